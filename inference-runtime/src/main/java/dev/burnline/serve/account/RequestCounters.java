package dev.burnline.serve.account;

import dev.burnline.serve.event.Totals;
import java.util.concurrent.atomic.AtomicLong;

/** What all requests of the boot add up to. */
final class RequestCounters {

  private final AtomicLong started = new AtomicLong();
  private final AtomicLong finished = new AtomicLong();
  private final AtomicLong rejected = new AtomicLong();
  private final AtomicLong tokens = new AtomicLong();
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicLong running = new AtomicLong();

  void arrived() {
    started.incrementAndGet();
  }

  /** Returns how many requests waited already. */
  long enterQueue() {
    return waiting.getAndIncrement();
  }

  void leaveQueue() {
    waiting.decrementAndGet();
  }

  /** Returns how many requests were running already. */
  long run() {
    return running.getAndIncrement();
  }

  void stopRunning() {
    running.decrementAndGet();
  }

  void token() {
    tokens.incrementAndGet();
  }

  void reject() {
    rejected.incrementAndGet();
  }

  void finish() {
    finished.incrementAndGet();
  }

  Totals totals() {
    // In this order no part can exceed its whole, whatever happens in between.
    long rejectedNow = rejected.get();
    long waitingNow = waiting.get();
    long finishedNow = finished.get();
    long inFlight = started.get() - finishedNow;
    return new Totals(
        inFlight + finishedNow,
        finishedNow,
        rejectedNow,
        tokens.get(),
        inFlight,
        Math.min(waitingNow, inFlight));
  }
}
