package dev.burnline.cli;

import dev.burnline.job.Progress;

/** Shows progress on one line that is overwritten, when a person watches. */
final class TerminalProgress implements Progress, AutoCloseable {

  private static final double MEBIBYTE = 1 << 20;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final Console console;
  private boolean shown;

  TerminalProgress(Console console) {
    this.console = console;
  }

  @Override
  public synchronized void read(long done, long total) {
    if (console.terminal()) {
      console
          .err()
          .print(
              "%scrunching logs: %.0f of %.0f MiB (%d %%)"
                  .formatted(
                      CLEAR_LINE,
                      done / MEBIBYTE,
                      total / MEBIBYTE,
                      100 * done / Math.max(1, total)));
      console.err().flush();
      shown = true;
    }
  }

  @Override
  public synchronized void message(String message) {
    close();
    console.warn(message);
  }

  @Override
  public synchronized void close() {
    if (shown) {
      console.err().print(CLEAR_LINE);
      console.err().flush();
      shown = false;
    }
  }
}
