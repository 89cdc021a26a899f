package dev.burnline.serve.metrics;

import dev.burnline.serve.event.LogEntry;
import dev.burnline.serve.event.RequestFinished;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests that have ended and are not in the metrics yet, at most about a thousand: beyond that,
 * whoever brings one brings two in. Never fails. Thread-safe.
 */
final class Unsettled {

  private static final Logger LOG = LoggerFactory.getLogger(Unsettled.class);
  private static final int MOST = 1_000;
  private static final int ON_THE_WAY = 2;

  private final Consumer<RequestFinished> metrics;
  private final Queue<LogEntry> entries = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final ReentrantLock settling = new ReentrantLock();

  Unsettled(Consumer<RequestFinished> metrics) {
    this.metrics = metrics;
  }

  void add(LogEntry entry) {
    try {
      entries.add(entry);
    } catch (OutOfMemoryError e) {
      take(entry);
      return;
    }
    if (size.incrementAndGet() > MOST && settling.tryLock()) {
      try {
        takeUpTo(ON_THE_WAY);
      } finally {
        settling.unlock();
      }
    }
  }

  /** Returns when all that was added before is in the metrics. */
  void settle() {
    settling.lock();
    try {
      takeUpTo(Integer.MAX_VALUE);
    } finally {
      settling.unlock();
    }
  }

  private void takeUpTo(int most) {
    for (int taken = 0; taken < most; taken++) {
      LogEntry entry = entries.poll();
      if (entry == null) {
        return;
      }
      size.decrementAndGet();
      take(entry);
    }
  }

  /** One that fails must cost neither a request its answer nor others their place. */
  private void take(LogEntry entry) {
    try {
      if (entry.toEvent() instanceof RequestFinished event) {
        metrics.accept(event);
      }
    } catch (RuntimeException | Error e) {
      tell(e);
    }
  }

  private static void tell(Throwable why) {
    try {
      LOG.error("a request is missing in the metrics", why);
    } catch (RuntimeException | Error e) {
      // There is no memory for words either.
      return;
    }
  }
}
