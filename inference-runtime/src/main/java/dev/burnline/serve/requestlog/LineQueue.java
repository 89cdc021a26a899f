package dev.burnline.serve.requestlog;

import dev.burnline.serve.event.LogEvent.Priority;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The bounded queue between the callers and the writer. A caller never waits: it takes a place with
 * one atomic step or learns that there is none.
 */
final class LineQueue {

  private static final long PLACE_TAKEN_PAUSE_NANOS = 50_000;

  private final ConcurrentLinkedQueue<PendingLine> lines = new ConcurrentLinkedQueue<>();
  private final AtomicInteger places = new AtomicInteger();
  private final AtomicReference<@Nullable Thread> sleeper = new AtomicReference<>();
  private final int capacity;
  private final int ordinaryCapacity;
  private volatile boolean closed;

  LineQueue(int capacity, int reserved) {
    this.capacity = capacity;
    this.ordinaryCapacity = capacity - reserved;
  }

  /** Returns false when the line finds no place or no memory, or the queue is closed. */
  boolean offer(PendingLine line) {
    if (!takePlace(line.event().priority())) {
      return false;
    }
    // The place comes before the look at `closed`: so either the writer still sees the place, and
    // waits for the line, or the line sees that the queue is closed.
    if (closed) {
      places.decrementAndGet();
      return false;
    }
    try {
      lines.add(line);
    } catch (OutOfMemoryError e) {
      places.decrementAndGet();
      return false;
    }
    wake();
    return true;
  }

  private boolean takePlace(Priority priority) {
    int limit =
        switch (priority) {
          case ESSENTIAL -> capacity;
          case ORDINARY -> ordinaryCapacity;
        };
    int taken = places.get();
    while (taken < limit) {
      if (places.compareAndSet(taken, taken + 1)) {
        return true;
      }
      taken = places.get();
    }
    return false;
  }

  @Nullable PendingLine poll() {
    PendingLine line = lines.poll();
    if (line != null) {
      places.decrementAndGet();
    }
    return line;
  }

  /** Waits until there may be a line, the queue is closed, or the time is over. */
  void awaitLine(long nanos) {
    if (places.get() > 0) {
      // A caller is between its place and its line.
      LockSupport.parkNanos(this, PLACE_TAKEN_PAUSE_NANOS);
      return;
    }
    sleeper.set(Thread.currentThread());
    if (places.get() == 0 && !closed) {
      LockSupport.parkNanos(this, nanos);
    }
    sleeper.set(null);
  }

  /** Takes no more lines; those in the queue stay. */
  void close() {
    closed = true;
    wake();
  }

  boolean isClosed() {
    return closed;
  }

  /** Returns whether no line is left and none can come. */
  boolean isFinished() {
    return closed && places.get() == 0;
  }

  private void wake() {
    Thread thread = sleeper.get();
    if (thread != null && sleeper.compareAndSet(thread, null)) {
      LockSupport.unpark(thread);
    }
  }
}
