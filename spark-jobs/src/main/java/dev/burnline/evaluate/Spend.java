package dev.burnline.evaluate;

import dev.burnline.rollup.BadEvents;
import dev.burnline.rollup.ServiceQuarter;
import dev.burnline.slo.Slo;
import java.io.Serializable;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The bad events of one service's SLOs by quarter of an hour and cause. */
final class Spend implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<String> keys;
  private final List<TreeMap<Integer, BadEvents>> quarters;

  Spend(List<String> keys) {
    this.keys = List.copyOf(keys);
    this.quarters = keys.stream().map(key -> new TreeMap<Integer, BadEvents>()).toList();
  }

  /**
   * Adds a row's bad events.
   *
   * @param places for each measure its place in the row, -1 where the row does not have it
   */
  void add(ServiceQuarter row, int[] places) {
    for (int k = 0; k < places.length; k++) {
      if (places[k] >= 0) {
        add(k, row.minute(), row.badEvents(places[k]));
      }
    }
  }

  /** Adds the other spend, which is of the same measures. */
  void add(Spend other) {
    for (int k = 0; k < quarters.size(); k++) {
      int measure = k;
      other.quarters.get(k).forEach((minute, bad) -> add(measure, minute, bad));
    }
  }

  private void add(int measure, int minute, BadEvents bad) {
    if (bad.total() > 0) {
      quarters.get(measure).computeIfAbsent(minute, key -> new BadEvents()).add(bad);
    }
  }

  /** Returns an SLO's bad events by the first minute of the quarter; none where there are none. */
  SortedMap<Integer, BadEvents> of(Slo slo) {
    return quarters.get(keys.indexOf(slo.measure().key()));
  }
}
