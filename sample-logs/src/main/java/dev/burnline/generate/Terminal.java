package dev.burnline.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether somebody watches standard error. */
final class Terminal {

  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  private Terminal() {}

  /**
   * Asks the kernel and not {@code System.console()}, which tells about standard input and output.
   * Where there is no {@code /proc} nobody is assumed to watch.
   */
  static Progress.Mode mode() {
    try {
      String device = Files.readSymbolicLink(STANDARD_ERROR).toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty")
          ? Progress.Mode.SHOWN
          : Progress.Mode.SILENT;
    } catch (IOException | UnsupportedOperationException e) {
      return Progress.Mode.SILENT;
    }
  }
}
