package dev.burnline.serve.metrics;

import dev.burnline.serve.event.RequestFinished;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests that have ended and are not in the metrics yet, at most about a thousand: whoever brings
 * one more brings them all in. Thread-safe.
 */
final class Unsettled {

  private static final Logger LOG = LoggerFactory.getLogger(Unsettled.class);
  private static final int MOST = 1_000;

  private final Consumer<RequestFinished> metrics;
  private final Queue<RequestFinished> events = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final ReentrantLock settling = new ReentrantLock();

  Unsettled(Consumer<RequestFinished> metrics) {
    this.metrics = metrics;
  }

  void add(RequestFinished event) {
    try {
      events.add(event);
    } catch (OutOfMemoryError e) {
      metrics.accept(event);
      return;
    }
    if (size.incrementAndGet() > MOST && settling.tryLock()) {
      try {
        drain();
      } finally {
        settling.unlock();
      }
    }
  }

  /** Returns when all that was added before is in the metrics. */
  void settle() {
    settling.lock();
    try {
      drain();
    } finally {
      settling.unlock();
    }
  }

  private void drain() {
    RequestFinished event = events.poll();
    while (event != null) {
      size.decrementAndGet();
      try {
        metrics.accept(event);
      } catch (RuntimeException | Error e) {
        // It must not cost the requests after it their place in the metrics.
        LOG.error("request {} is missing in the metrics", event.requestId(), e);
      }
      event = events.poll();
    }
  }
}
