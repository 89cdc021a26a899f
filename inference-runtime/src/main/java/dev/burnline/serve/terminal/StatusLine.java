package dev.burnline.serve.terminal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** One line on a terminal that is written over; silent anywhere else. */
public final class StatusLine {

  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  private final PrintStream terminal;
  private final Mode mode;

  /** Creates a line on a stream. */
  public StatusLine(PrintStream terminal, Mode mode) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.mode = requireNonNull(mode, "mode is null");
  }

  /**
   * Returns the line of standard error. Asks the kernel whether somebody watches and not {@code
   * System.console()}, which tells about standard input and output; where there is no {@code /proc}
   * nobody is assumed to watch.
   */
  public static StatusLine onStandardError() {
    Mode mode = Mode.SILENT;
    try {
      String device = Files.readSymbolicLink(STANDARD_ERROR).toString();
      if (device.startsWith("/dev/pts/") || device.startsWith("/dev/tty")) {
        mode = Mode.SHOWN;
      }
    } catch (IOException | UnsupportedOperationException e) {
      mode = Mode.SILENT;
    }
    return new StatusLine(System.err, mode);
  }

  /** Writes over what was there. */
  public synchronized void show(String text) {
    if (mode == Mode.SHOWN) {
      terminal.print("\r\033[K" + text);
      terminal.flush();
    }
  }

  /** Clears the line. */
  public void clear() {
    show("");
  }

  /** Whether somebody watches. */
  public enum Mode {
    SHOWN,
    SILENT
  }
}
