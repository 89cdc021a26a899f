package dev.burnline.evaluate;

import dev.burnline.rollup.Extent;
import dev.burnline.rollup.OutcomeFigures;
import dev.burnline.rollup.Row;
import dev.burnline.rollup.ServiceMinute;
import dev.burnline.slo.budget.EventSeries;
import dev.burnline.store.RollupReader;
import java.io.IOException;
import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * The minute in which each service had its first request, in all of the store: from then on slices
 * of time without events are empty ones, whatever part of the store a report reads.
 */
public final class FirstRequests implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Map<String, Integer> minutes = new HashMap<>();

  /**
   * Adds what a rollup file tells of itself.
   *
   * @return whether it told; a file of an earlier version does not, and has to be read
   */
  public boolean add(Collection<Extent> extents) {
    if (extents.stream().anyMatch(extent -> extent.firstRequests() == null)) {
      return false;
    }
    for (Extent extent : extents) {
      SortedMap<String, Integer> first = extent.firstRequests();
      if (first != null) {
        first.forEach(this::add);
      }
    }
    return true;
  }

  /** Adds the requests of a rollup file by reading it. */
  public void add(RollupReader rollup) throws IOException {
    Row row;
    while ((row = rollup.next()) != null) {
      if (row instanceof ServiceMinute minute) {
        add(minute);
      }
    }
  }

  void add(ServiceMinute row) {
    if (row.outcomes().values().stream().mapToLong(OutcomeFigures::requests).sum() > 0) {
      add(row.service(), row.minute());
    }
  }

  private void add(String service, int minute) {
    minutes.merge(service, minute, Math::min);
  }

  /** Returns the minutes, since 1970 UTC, by service. */
  Map<String, Integer> minutes() {
    return Collections.unmodifiableMap(minutes);
  }

  /** Returns the events of a service, told since when there could have been some. */
  EventSeries told(String service, EventSeries events) {
    Integer minute = minutes.get(service);
    return minute == null ? events : events.since(minute);
  }
}
