package dev.burnline.evaluate;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Columns of counts by minute, in flat arrays: a month of minutes is the bulk of what an evaluation
 * holds.
 */
final class MinuteColumns implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int FIRST_MINUTES = 8;

  private final int width;
  private int[] minutes = new int[FIRST_MINUTES];
  private long[] counts;
  private int size;

  MinuteColumns(int width) {
    this.width = width;
    this.counts = new long[minutes.length * width];
  }

  /** Returns the place of a minute, which begins to exist with this. */
  int placeOf(int minute) {
    // Rows mostly come in the order of time, so this mostly appends.
    if (size > 0 && minutes[size - 1] == minute) {
      return size - 1;
    }
    int found = Arrays.binarySearch(minutes, 0, size, minute);
    if (found >= 0) {
      return found;
    }
    int at = -found - 1;
    if (size == minutes.length) {
      minutes = Arrays.copyOf(minutes, size * 2);
      counts = Arrays.copyOf(counts, counts.length * 2);
    }
    System.arraycopy(minutes, at, minutes, at + 1, size - at);
    System.arraycopy(counts, at * width, counts, (at + 1) * width, (size - at) * width);
    Arrays.fill(counts, at * width, (at + 1) * width, 0);
    minutes[at] = minute;
    size++;
    return at;
  }

  /** Adds to a column at a place that {@link #placeOf} gave last. */
  void add(int place, int column, long count) {
    counts[place * width + column] += count;
  }

  /** Adds the other columns, which are as many. */
  void add(MinuteColumns other) {
    for (int i = 0; i < other.size; i++) {
      int at = placeOf(other.minutes[i]);
      for (int k = 0; k < width; k++) {
        counts[at * width + k] += other.counts[i * width + k];
      }
    }
  }

  int size() {
    return size;
  }

  int minute(int place) {
    return minutes[place];
  }

  long count(int place, int column) {
    return counts[place * width + column];
  }
}
