package dev.burnline.serve.bench.client;

import java.util.Arrays;

/** Moments in nanoseconds, in their order. Not thread-safe while it grows. */
public final class Times {

  private long[] nanos = new long[16];
  private int count;

  /** Adds a moment. */
  public void add(long moment) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = moment;
  }

  /** Returns how many there are. */
  public int count() {
    return count;
  }

  /** Returns the one at an index from 0 on. */
  public long at(int index) {
    if (index < 0 || index >= count) {
      throw new IndexOutOfBoundsException(index);
    }
    return nanos[index];
  }
}
