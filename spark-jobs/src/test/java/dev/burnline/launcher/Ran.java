package dev.burnline.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A process that has ended.
 *
 * @param code its exit code, 128 and more for a signal
 * @param out its standard output, by line
 * @param err its standard error
 */
record Ran(int code, List<String> out, String err) {

  /** Starts the process and waits for its end. */
  static Ran of(ProcessBuilder command) throws IOException, InterruptedException {
    Path err = Files.createTempFile(command.directory().toPath(), "err", ".txt");
    Process process = command.redirectError(err.toFile()).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), out.lines().toList(), Files.readString(err));
  }
}
