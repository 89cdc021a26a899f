package dev.burnline.generate.server;

import dev.burnline.generate.chance.Draws;
import dev.burnline.generate.traffic.Arrivals;
import java.io.IOException;
import java.util.List;

/** One simulated inference process and its restarts, from the first line of the log to the last. */
public final class Server {

  private static final long TICK_MICROS = 10_000_000;

  private final EventLog log;
  private final List<? extends Effect> effects;
  private final Traffic traffic;
  private final Workload workload;
  private final Timers timers = new Timers();
  private final Gpu gpu;
  private final Engine engine;
  private final Life life;
  private long pausedUntil = Long.MIN_VALUE;

  /**
   * Prepares a server; nothing is written yet.
   *
   * @param seed what is drawn for this instance alone
   */
  public Server(
      Profile profile, Arrivals arrivals, List<? extends Effect> effects, EventLog log, long seed) {
    this.log = log;
    this.effects = List.copyOf(effects);
    this.traffic = new Traffic(arrivals, this.effects);
    this.workload = new Workload(Draws.seed(seed, "requests"));
    this.gpu = new Gpu(profile, this.effects, new Draws(Draws.seed(seed, "gpu")));
    this.engine = new Engine(profile, log, gpu);
    this.life = new Life(profile, log, engine, timers, new Draws(Draws.seed(seed, "boots")));
  }

  /**
   * Writes everything that happens in [start, end).
   *
   * @param progress told the time that has been reached, once per simulated ten seconds
   */
  public void run(long start, long end, Progress progress) throws IOException {
    for (Effect effect : effects) {
      for (Order order : effect.orders()) {
        timers.at(order.at(), () -> obey(order));
      }
    }
    life.boot(start + 200_000, EventLog.Ending.NONE, null);
    // Not on the whole second: real timers start with the process.
    timers.at(start + 7_316_400, () -> tick(start + 7_316_400, progress));
    while (true) {
      long arrival = traffic.next();
      long timer = timers.next();
      long work = Math.max(engine.next(), pausedUntil);
      long now = Math.min(arrival, Math.min(timer, work));
      if (now >= end) {
        break;
      }
      if (work == now) {
        engine.run(now);
        life.drained(now);
      } else if (timer == now) {
        timers.run();
      } else {
        arrive(now);
      }
    }
    engine.takeAll().forEach(log::abandoned);
  }

  private void arrive(long now) throws IOException {
    Effect from = traffic.take();
    Job job = workload.arrive(now);
    if (!life.listens() || now < pausedUntil) {
      return; // Nobody listens: the client sees a refused connection and the log sees nothing.
    }
    if (from != null) {
      from.bring(job, workload.draws());
    }
    for (Effect effect : effects) {
      effect.meet(job, workload.draws());
    }
    engine.accept(job, life.draining());
    life.drained(now);
  }

  private void obey(Order order) throws IOException {
    if (order instanceof Order.Rubbish rubbish) {
      log.rubbish(rubbish);
    } else if (order instanceof Order.Wedge wedge) {
      engine.wedge(wedge);
    } else if (order instanceof Order.Fail fail) {
      engine.fail(fail);
    } else if (order instanceof Order.Pause pause) {
      engine.shift(pause);
      pausedUntil = pause.until();
    } else if (order instanceof Order.Restart restart) {
      life.restart(restart);
    } else if (order instanceof Order.Crash crash) {
      life.crash(crash);
    }
  }

  private void tick(long now, Progress progress) throws IOException {
    if (life.running() && now >= pausedUntil) {
      log.heartbeat(now, life.totals(now));
      GpuReading reading = gpu.sample(now, engine.running());
      log.sample(now, reading, gpu.bentBy());
    }
    progress.reached(now);
    timers.at(now + TICK_MICROS, () -> tick(now + TICK_MICROS, progress));
  }

  /** Hears how far the simulation is. */
  public interface Progress {

    /** All lines before this time, epoch microseconds, are written. */
    void reached(long at);
  }
}
