package dev.burnline.serve.requestlog;

import dev.burnline.serve.event.LogEntry.Priority;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The bounded queue between the callers and the writer. No caller waits for a disk: it takes a
 * place with one atomic step or learns that there is none. Prompts that are still to be worked out
 * have a bound of their own: whoever brings one that is too much works it out.
 */
final class LineQueue {

  /** Most chars of waiting prompts; the writer works them out in some ten milliseconds. */
  private static final long CAPACITY_CHARS = 2L << 20;

  private final ConcurrentLinkedQueue<PendingLine> lines = new ConcurrentLinkedQueue<>();
  private final AtomicInteger places = new AtomicInteger();
  private final AtomicLong chars = new AtomicLong();
  private final int capacity;
  private final int ordinaryCapacity;
  private volatile boolean closed;

  LineQueue(int capacity, int reserved) {
    this.capacity = capacity;
    this.ordinaryCapacity = capacity - reserved;
  }

  /** Returns false when the line finds no place or fails, or the queue is closed. */
  boolean offer(PendingLine line) {
    if (!takePlace(line.entry().priority())) {
      return false;
    }
    // The place comes before the look at `closed`: so either the writer still sees the place, and
    // waits for the line, or the line sees that the queue is closed.
    if (closed || !add(line)) {
      places.decrementAndGet();
      return false;
    }
    return true;
  }

  private boolean add(PendingLine line) {
    long taken = 0;
    try {
      if (takeChars(line.keptChars())) {
        taken = line.keptChars();
        lines.add(line);
      } else {
        lines.add(line.condensed());
      }
      return true;
    } catch (RuntimeException | Error e) {
      chars.addAndGet(-taken);
      return false;
    }
  }

  private boolean takeChars(int wanted) {
    if (wanted == 0 || chars.addAndGet(wanted) <= CAPACITY_CHARS) {
      return true;
    }
    chars.addAndGet(-wanted);
    return false;
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
      chars.addAndGet(-line.keptChars());
      places.decrementAndGet();
    }
    return line;
  }

  /** Takes no more lines; those in the queue stay. */
  void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  /** Returns whether no line is left and none can come. */
  boolean isFinished() {
    return closed && places.get() == 0;
  }
}
