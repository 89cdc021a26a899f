package dev.burnline.serve.engine.batch;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Whether the model thread moves, and its device works. Written by that thread, read by any. */
final class Pulse {

  private final LongSupplier nanoTime;
  private volatile long lastNanos;
  private volatile int running;
  private volatile double cacheUsage;
  private volatile Optional<String> deviceFault = Optional.empty();

  Pulse(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.lastNanos = nanoTime.getAsLong();
  }

  /**
   * Hears that a step is done: whatever the device failed with before is over.
   *
   * @return when that was, by the engine's clock
   */
  long stepped() {
    deviceFault = Optional.empty();
    return beat();
  }

  /** Hears that the device failed. */
  void failed(String fault) {
    deviceFault = Optional.of(fault);
  }

  private long beat() {
    long now = nanoTime.getAsLong();
    lastNanos = now;
    return now;
  }

  void atWork(int requests, double newCacheUsage) {
    if (running == 0) {
      beat();
    }
    running = requests;
    cacheUsage = newCacheUsage;
  }

  int running() {
    return running;
  }

  double cacheUsage() {
    return cacheUsage;
  }

  /** Returns what the device failed with; empty when a step has succeeded since. */
  Optional<String> deviceFault() {
    return deviceFault;
  }

  /** Returns the time since the last step; zero while nothing is at work. */
  Duration sinceLastStep() {
    long last = lastNanos;
    return running == 0
        ? Duration.ZERO
        : Duration.ofNanos(Math.max(0, nanoTime.getAsLong() - last));
  }
}
