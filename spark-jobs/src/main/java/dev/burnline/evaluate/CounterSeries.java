package dev.burnline.evaluate;

import dev.burnline.rollup.ServiceMinute;
import dev.burnline.slo.budget.EventSeries;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * The SLO counters of one service by minute, in flat arrays: a month of minutes is the bulk of what
 * an evaluation holds.
 */
final class CounterSeries implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<String> keys;
  private int[] minutes = new int[64];
  private long[] counts;
  private int size;

  CounterSeries(List<String> keys) {
    this.keys = List.copyOf(keys);
    this.counts = new long[minutes.length * this.keys.size()];
  }

  /**
   * Adds a row's counters.
   *
   * @param places for each key its place in the row, -1 where the row does not count it
   */
  void add(ServiceMinute row, int[] places) {
    int at = placeFor(row.minute());
    for (int k = 0; k < places.length; k++) {
      if (places[k] >= 0) {
        counts[at * places.length + k] += row.counter(places[k]);
      }
    }
  }

  /** Adds the other series, which has the same keys. */
  void add(CounterSeries other) {
    int width = keys.size();
    for (int i = 0; i < other.size; i++) {
      int at = placeFor(other.minutes[i]);
      for (int k = 0; k < width; k++) {
        counts[at * width + k] += other.counts[i * width + k];
      }
    }
  }

  /** Rows mostly come in the order of time, so this mostly appends. */
  private int placeFor(int minute) {
    if (size > 0 && minutes[size - 1] == minute) {
      return size - 1;
    }
    int found = Arrays.binarySearch(minutes, 0, size, minute);
    if (found >= 0) {
      return found;
    }
    int at = -found - 1;
    int width = keys.size();
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

  /** Returns the events of an SLO. */
  EventSeries events(String goodKey, String totalKey) {
    int good = keys.indexOf(goodKey);
    int total = keys.indexOf(totalKey);
    EventSeries.Builder events = EventSeries.builder();
    for (int i = 0; i < size; i++) {
      events.add(minutes[i], counts[i * keys.size() + good], counts[i * keys.size() + total]);
    }
    return events.build();
  }
}
