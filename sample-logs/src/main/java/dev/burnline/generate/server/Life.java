package dev.burnline.generate.server;

import dev.burnline.generate.chance.Draws;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Boots, drains, stops and deaths of the process. */
final class Life {

  private static final long DRAIN_LIMIT_MICROS = 30_000_000;
  private static final long RESTART_GAP_MICROS = 3_000_000;

  private final Profile profile;
  private final EventLog log;
  private final Engine engine;
  private final Timers timers;
  private final Draws draws;

  private Phase phase = Phase.DOWN;
  private String modelSha256;
  private long bootedAt;
  private long boot;
  private Order.@Nullable Restart restarting;
  private int exitCode = -1;

  Life(Profile profile, EventLog log, Engine engine, Timers timers, Draws draws) {
    this.profile = profile;
    this.log = log;
    this.engine = engine;
    this.timers = timers;
    this.draws = draws;
    this.modelSha256 = profile.modelSha256();
  }

  boolean listens() {
    return phase == Phase.READY || phase == Phase.DRAINING;
  }

  boolean draining() {
    return phase == Phase.DRAINING;
  }

  boolean running() {
    return phase != Phase.DOWN;
  }

  Totals totals(long now) {
    Totals totals = engine.totals(now);
    long minutes = (now - bootedAt) / 60_000_000;
    totals.rssMb = 5_180 + minutes / 30;
    return totals;
  }

  void boot(long at, EventLog.Ending previous, @Nullable Effect by) {
    timers.at(
        at,
        () -> {
          begin(at, previous);
          mark(by, at, EventKind.STARTING);
        });
  }

  private static void mark(@Nullable Effect by, long at, EventKind kind) {
    if (by != null) {
      by.mark(at, kind);
    }
  }

  private void begin(long at, EventLog.Ending previous) throws IOException {
    long thisBoot = ++boot;
    bootedAt = at;
    phase = Phase.LOADING;
    engine.reboot(at);
    log.starting(at, previous);
    if (previous == EventLog.Ending.CRASH) {
      log.crashDetected(at, exitCode);
    }
    long loadMicros = 100 * (long) draws.between(41_000, 68_000);
    long loadedAt = at + 1_200_000 + loadMicros;
    timers.at(
        loadedAt,
        () -> {
          if (boot == thisBoot && phase == Phase.LOADING) {
            log.loaded(loadedAt, modelSha256, loadMicros / 1000.0);
          }
        });
    long readyAt = loadedAt + 400_000;
    timers.at(
        readyAt,
        () -> {
          if (boot == thisBoot && phase == Phase.LOADING) {
            phase = Phase.READY;
            log.phase(readyAt, EventKind.READY, 0);
          }
        });
  }

  /** Begins to drain; a process that is not ready is left alone. */
  void restart(Order.Restart order) throws IOException {
    if (phase != Phase.READY) {
      return;
    }
    phase = Phase.DRAINING;
    restarting = order;
    log.phase(order.at(), EventKind.DRAINING, engine.inFlight());
    order.by().mark(order.at(), EventKind.DRAINING);
    long cut = order.at() + DRAIN_LIMIT_MICROS;
    timers.at(
        cut,
        () -> {
          if (phase == Phase.DRAINING && order.equals(restarting)) {
            engine.cutDrain(cut);
            drained(cut);
          }
        });
    drained(order.at());
  }

  /** Stops a draining process once nothing is in flight. */
  void drained(long now) throws IOException {
    Order.Restart order = restarting;
    if (phase != Phase.DRAINING || order == null || engine.inFlight() > 0) {
      return;
    }
    phase = Phase.DOWN;
    restarting = null;
    modelSha256 = order.modelSha256().isEmpty() ? profile.modelSha256() : order.modelSha256();
    log.phase(now, EventKind.STOPPED, 0);
    boot(now + RESTART_GAP_MICROS, EventLog.Ending.CLEAN, order.by());
  }

  /** Dies at once. */
  void crash(Order.Crash order) {
    if (phase == Phase.DOWN) {
      return;
    }
    phase = Phase.DOWN;
    restarting = null;
    exitCode = order.exitCode();
    for (Job job : engine.takeAll()) {
      job.touchedBy(order.by());
      log.abandoned(job);
    }
    engine.reboot(order.at());
    boot(order.at() + order.downMicros(), EventLog.Ending.CRASH, order.by());
  }

  private enum Phase {
    DOWN,
    LOADING,
    READY,
    DRAINING
  }
}
