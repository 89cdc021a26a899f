package dev.burnline.serve.engine.batch;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Whether the model thread moves. Written by that thread, read by any. */
final class Pulse {

  private final LongSupplier nanoTime;
  private volatile long lastNanos;
  private volatile int running;
  private volatile double cacheUsage;

  Pulse(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.lastNanos = nanoTime.getAsLong();
  }

  /** Hears that a step is done, or that work begins after a pause. */
  void beat() {
    lastNanos = nanoTime.getAsLong();
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

  /** Returns the time since the last step; zero while nothing is at work. */
  Duration sinceLastStep() {
    long last = lastNanos;
    return running == 0
        ? Duration.ZERO
        : Duration.ofNanos(Math.max(0, nanoTime.getAsLong() - last));
  }
}
