package dev.burnline.cli;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err messages and progress
 * @param terminal whether a person watches {@code err}
 */
public record Console(PrintWriter out, PrintWriter err, boolean terminal) {

  public Console {
    requireNonNull(out, "out is null");
    requireNonNull(err, "err is null");
  }

  void warn(String message) {
    err.println("burnline: " + message);
  }
}
