package dev.burnline.trust;

import java.io.IOException;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/** One host: a process that writes requests, restarts, and whose clock is not always right. */
final class RandomHost {

  private static final int HOUR = 60;
  private static final int YEAR = 365 * 24 * HOUR;

  private final String name;
  private final Random random;
  private final IntUnaryOperator freeMinute;
  private final boolean minimal;
  private final HostLogs logs;
  private int clock = Request.FIRST_MINUTE + 2 * HOUR;
  private int boot = 1;
  private long seq;

  /**
   * Creates a host.
   *
   * @param minimal whether it writes the smallest form of lines
   * @param freeMinute gives the first minute from a wished one on that no request has
   */
  RandomHost(
      String name, HostLogs logs, boolean minimal, Random random, IntUnaryOperator freeMinute) {
    this.name = name;
    this.logs = logs;
    this.minimal = minimal;
    this.random = random;
    this.freeMinute = freeMinute;
  }

  String name() {
    return name;
  }

  HostLogs logs() {
    return logs;
  }

  private Request request() {
    clock++;
    int wished =
        switch (random.nextInt(40)) {
          case 0 -> clock - HOUR;
          case 1 -> clock + YEAR;
          case 2 -> {
            clock -= 20;
            yield clock;
          }
          default -> clock;
        };
    seq++;
    int minute = freeMinute.applyAsInt(wished);
    String service = random.nextInt(5) == 0 ? "embed" : "chat";
    return new Request(minute, service, minimal ? null : name + "-boot-" + boot, seq);
  }

  /** Writes lines, several at once. */
  void write(int lines) throws IOException {
    for (int i = 0; i < lines; i++) {
      logs.active().write(request());
    }
  }

  /** Writes a line to the file that was renamed, as a process does that has not noticed yet. */
  void writeLate() throws IOException {
    Life renamed = logs.renamed();
    if (renamed != null) {
      renamed.write(request());
    }
  }

  /** Writes a part of a line. */
  void begin() throws IOException {
    logs.active().begin(request(), 1 + random.nextInt(240));
  }

  /** Dies and comes back. */
  void restart() throws IOException {
    logs.active().tear();
    Life renamed = logs.renamed();
    if (renamed != null) {
      renamed.tear();
    }
    logs.recreate();
    boot++;
    seq = 0;
  }
}
