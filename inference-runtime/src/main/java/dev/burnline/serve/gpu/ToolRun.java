package dev.burnline.serve.gpu;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A finished run of an outside program.
 *
 * @param exitCode how it ended
 * @param output its standard output, at most 64 KiB
 */
record ToolRun(int exitCode, String output) {

  private static final int OUTPUT_BYTES = 64 << 10;

  /** The program did not end in time, or the wait was interrupted. */
  static final class UnfinishedException extends Exception {
    UnfinishedException(String message) {
      super(message);
    }
  }

  /**
   * Runs a program whose output is short. Its output is only read once it has ended: a driver that
   * hangs makes its tools unkillable, and reading would then hang with them.
   *
   * @throws IOException when the program cannot be started or read
   */
  static ToolRun of(List<String> command, Duration timeout)
      throws IOException, UnfinishedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new UnfinishedException(
            command.get(0) + " did not end within " + timeout.toMillis() + " ms");
      }
      try (InputStream output = process.getInputStream()) {
        return new ToolRun(process.exitValue(), new String(output.readNBytes(OUTPUT_BYTES), UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnfinishedException("the wait for " + command.get(0) + " was interrupted");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
