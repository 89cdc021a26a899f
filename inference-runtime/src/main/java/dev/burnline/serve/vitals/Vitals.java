package dev.burnline.serve.vitals;

import static java.util.Objects.requireNonNull;

import dev.burnline.serve.event.Heartbeat;
import dev.burnline.serve.event.LogEvent;
import dev.burnline.serve.event.Totals;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Writes heartbeats and takes GPU samples at a steady pace. */
public final class Vitals implements AutoCloseable {

  /** The pace that the request log contract asks for. */
  public static final Duration PERIOD = Duration.ofSeconds(10);

  private final Supplier<Totals> totals;
  private final LongSupplier logDropped;
  private final Consumer<LogEvent> log;
  private final Runnable gpuSample;
  private final ResidentMemory memory;
  private final AtomicLong failures = new AtomicLong();
  private final List<Future<?>> tasks = new ArrayList<>();

  Vitals(
      Supplier<Totals> totals,
      LongSupplier logDropped,
      Consumer<LogEvent> log,
      Runnable gpuSample,
      ResidentMemory memory) {
    this.totals = requireNonNull(totals, "totals is null");
    this.logDropped = requireNonNull(logDropped, "logDropped is null");
    this.log = requireNonNull(log, "log is null");
    this.gpuSample = requireNonNull(gpuSample, "gpuSample is null");
    this.memory = requireNonNull(memory, "memory is null");
  }

  /**
   * Makes the vitals of this process.
   *
   * @param totals what the requests add up to
   * @param logDropped lines that never reached the log
   * @param log where heartbeats go; must neither wait nor throw
   * @param gpuSample takes one sample of the GPUs and writes it
   */
  public Vitals(
      Supplier<Totals> totals,
      LongSupplier logDropped,
      Consumer<LogEvent> log,
      Runnable gpuSample) {
    this(totals, logDropped, log, gpuSample, new ResidentMemory(Path.of("/proc/self/status")));
  }

  /**
   * Starts now and repeats every period. A sample that fails does not end the series.
   *
   * @param scheduler stays the caller's to shut down
   */
  public void start(ScheduledExecutorService scheduler, Duration period) {
    schedule(scheduler, this::beat, period);
    schedule(scheduler, gpuSample, period);
  }

  /** Stops the series; the scheduler goes on. */
  @Override
  public synchronized void close() {
    tasks.forEach(task -> task.cancel(false));
    tasks.clear();
  }

  /** Returns how many beats and samples have failed. */
  public long failures() {
    return failures.get();
  }

  void beat() {
    log.accept(new Heartbeat(totals.get(), logDropped.getAsLong(), memory.mib()));
  }

  private synchronized void schedule(
      ScheduledExecutorService scheduler, Runnable task, Duration period) {
    Runnable guarded =
        () -> {
          try {
            task.run();
          } catch (RuntimeException | Error e) {
            // Thrown on, it would silently end the series.
            failures.incrementAndGet();
          }
        };
    tasks.add(scheduler.scheduleAtFixedRate(guarded, 0, period.toNanos(), TimeUnit.NANOSECONDS));
  }
}
