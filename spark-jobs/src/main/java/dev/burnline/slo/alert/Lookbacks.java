package dev.burnline.slo.alert;

import dev.burnline.slo.budget.EventSeries;
import dev.burnline.slo.budget.Events;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums over lookbacks from an instant that moves forward. Every lookback keeps the place of its
 * first minute in the series, so a step costs a comparison or two.
 */
final class Lookbacks {

  private final EventSeries series;
  private final List<Duration> lengths = new ArrayList<>();
  private long[] minutes = new long[0];
  private int[] starts = new int[0];
  private int end;
  private long now = Long.MIN_VALUE;

  Lookbacks(EventSeries series) {
    this.series = series;
  }

  /** Adds a lookback unless it is there; returns its number. To be called before moving. */
  int add(Duration length) {
    int known = lengths.indexOf(length);
    if (known >= 0) {
      return known;
    }
    lengths.add(length);
    minutes = lengths.stream().mapToLong(Duration::toMinutes).toArray();
    starts = new int[minutes.length];
    return minutes.length - 1;
  }

  Duration length(int lookback) {
    return lengths.get(lookback);
  }

  /** Moves to a later minute; lookbacks end before it. */
  void moveTo(long minute) {
    now = minute;
    end = advance(end, minute);
    for (int i = 0; i < starts.length; i++) {
      starts[i] = advance(starts[i], minute - minutes[i]);
    }
  }

  private int advance(int from, long minute) {
    int at = from;
    while (at < series.size() && series.minuteAt(at) < minute) {
      at++;
    }
    return at;
  }

  long now() {
    return now;
  }

  long total(int lookback) {
    return series.totalBefore(end) - series.totalBefore(starts[lookback]);
  }

  long bad(int lookback) {
    return total(lookback) - (series.goodBefore(end) - series.goodBefore(starts[lookback]));
  }

  Events events(int lookback) {
    return new Events(total(lookback) - bad(lookback), total(lookback));
  }

  /** Returns the events from a minute on to now. */
  Events since(long minute) {
    return series.between(minute, now);
  }

  /** Returns whether there was an event at any time before now. */
  boolean hasHistory() {
    return end > 0;
  }

  boolean areEmpty() {
    for (int start : starts) {
      if (start < end) {
        return false;
      }
    }
    return true;
  }

  /** Returns the next minute at which a minute with events comes in; the far future for none. */
  long nextArrival() {
    return end < series.size() ? series.minuteAt(end) + 1 : Long.MAX_VALUE;
  }

  /** Returns the next minute at which some sum can differ from now. */
  long nextChange() {
    long next = nextArrival();
    if (next == now + 1) {
      return next;
    }
    for (int i = 0; i < starts.length; i++) {
      if (starts[i] < end) {
        next = Math.min(next, series.minuteAt(starts[i]) + minutes[i] + 1);
      }
    }
    return next;
  }
}
