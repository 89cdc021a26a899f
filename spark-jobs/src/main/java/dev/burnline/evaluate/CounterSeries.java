package dev.burnline.evaluate;

import dev.burnline.rollup.ServiceMinute;
import dev.burnline.slo.budget.EventSeries;
import java.io.Serializable;
import java.util.List;

/** The SLO counters of one service by minute. */
final class CounterSeries implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<String> keys;
  private final MinuteColumns counts;

  CounterSeries(List<String> keys) {
    this.keys = List.copyOf(keys);
    this.counts = new MinuteColumns(keys.size());
  }

  /**
   * Adds a row's counters.
   *
   * @param places for each key its place in the row, -1 where the row does not count it
   */
  void add(ServiceMinute row, int[] places) {
    int at = counts.placeOf(row.minute());
    for (int k = 0; k < places.length; k++) {
      if (places[k] >= 0) {
        counts.add(at, k, row.counter(places[k]));
      }
    }
  }

  /** Adds the other series, which has the same keys. */
  void add(CounterSeries other) {
    counts.add(other.counts);
  }

  /** Returns the events of an SLO. */
  EventSeries events(String goodKey, String totalKey) {
    int good = keys.indexOf(goodKey);
    int total = keys.indexOf(totalKey);
    EventSeries.Builder events = EventSeries.builder();
    for (int i = 0; i < counts.size(); i++) {
      long valid = counts.count(i, total);
      // Where one of the two was not counted, nothing is good that is not known to be valid.
      events.add(counts.minute(i), Math.min(valid, counts.count(i, good)), valid);
    }
    return events.build();
  }

  /** Returns what a key counts in a span. */
  long sum(String key, MinuteSpan span) {
    int column = keys.indexOf(key);
    long sum = 0;
    for (int i = 0; i < counts.size(); i++) {
      if (span.contains(counts.minute(i))) {
        sum += counts.count(i, column);
      }
    }
    return sum;
  }

  /** Adds the events of an SLO to a minute-by-minute sum. */
  void forEach(String goodKey, String totalKey, EventVisitor visitor) {
    int good = keys.indexOf(goodKey);
    int total = keys.indexOf(totalKey);
    for (int i = 0; i < counts.size(); i++) {
      visitor.visit(counts.minute(i), counts.count(i, good), counts.count(i, total));
    }
  }

  /** Takes the events of a minute. */
  interface EventVisitor {
    void visit(int minute, long good, long total);
  }
}
