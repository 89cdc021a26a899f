package dev.burnline.generate;

import dev.burnline.generate.server.Server;
import java.io.PrintStream;
import java.time.LocalDate;

/** Says on a terminal how far a run is; says nothing anywhere else. */
final class Progress implements Server.Progress {

  private static final long DAY_MICROS = 86_400_000_000L;

  private final PrintStream terminal;
  private final Mode mode;
  private String host = "";
  private long day = Long.MIN_VALUE;

  Progress(PrintStream terminal, Mode mode) {
    this.terminal = terminal;
    this.mode = mode;
  }

  void begin(String nextHost) {
    host = nextHost;
    day = Long.MIN_VALUE;
  }

  void end() {
    if (mode == Mode.SHOWN) {
      terminal.print("\r\033[K");
      terminal.flush();
    }
  }

  @Override
  public void reached(long at) {
    long now = Math.floorDiv(at, DAY_MICROS);
    if (mode == Mode.SHOWN && now != day) {
      day = now;
      terminal.print("\r\033[K" + host + " " + LocalDate.ofEpochDay(now));
      terminal.flush();
    }
  }

  enum Mode {
    SHOWN,
    SILENT
  }
}
