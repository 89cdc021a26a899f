package dev.burnline.cli;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.util.stream.Collectors;

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
    err.println(
        "burnline: " + message.lines().map(Console::clean).collect(Collectors.joining("\n")));
  }

  /**
   * Returns a text with a question mark for every character that could steer a terminal or hide
   * what stands there: names come out of logs, and of folders that others write to.
   */
  static String clean(String text) {
    return text.codePoints()
        .map(c -> steers(c) ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean steers(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
