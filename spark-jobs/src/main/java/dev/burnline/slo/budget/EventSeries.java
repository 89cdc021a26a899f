package dev.burnline.slo.budget;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The good and valid events of one SLO per minute. Minutes without events take no room, so a line
 * with a stray clock does no harm. Immutable.
 */
public final class EventSeries {

  private final long[] minutes;
  private final long[] goodBefore;
  private final long[] totalBefore;

  private EventSeries(SortedMap<Long, Events> events) {
    minutes = new long[events.size()];
    goodBefore = new long[events.size() + 1];
    totalBefore = new long[events.size() + 1];
    int i = 0;
    for (var entry : events.entrySet()) {
      minutes[i] = entry.getKey();
      goodBefore[i + 1] = Math.addExact(goodBefore[i], entry.getValue().good());
      totalBefore[i + 1] = Math.addExact(totalBefore[i], entry.getValue().total());
      i++;
    }
  }

  /** Returns a builder without events. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the events of {@code fromMinute <= minute < toMinute}, in minutes since the epoch; none
   * when the span is empty.
   */
  public Events between(long fromMinute, long toMinute) {
    int from = indexOf(fromMinute);
    int to = Math.max(from, indexOf(toMinute));
    return new Events(goodBefore[to] - goodBefore[from], totalBefore[to] - totalBefore[from]);
  }

  /** Returns the index of the first minute with events at or after this one. */
  private int indexOf(long minute) {
    int found = Arrays.binarySearch(minutes, minute);
    return found >= 0 ? found : -found - 1;
  }

  /** Collects minutes in any order; the same minute may come several times. */
  public static final class Builder {

    private final SortedMap<Long, Events> events = new TreeMap<>();

    private Builder() {}

    /** Adds events of a minute since the epoch. */
    public Builder add(long epochMinute, long good, long total) {
      if (total != 0 || good != 0) {
        events.merge(epochMinute, new Events(good, total), Events::plus);
      }
      return this;
    }

    /** Returns the series of what was added. */
    public EventSeries build() {
      return new EventSeries(events);
    }
  }
}
