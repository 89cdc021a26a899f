package dev.burnline.slo.budget;

import dev.burnline.slo.MinuteRange;
import java.util.List;

/** Takes minutes out of a series. */
final class ExcludedMinutes {

  private ExcludedMinutes() {}

  /**
   * Returns the series without the minutes of the ranges.
   *
   * @param ranges ascending and apart
   */
  static EventSeries without(List<MinuteRange> ranges, EventSeries series) {
    if (ranges.isEmpty()) {
      return series;
    }
    EventSeries.Builder kept = EventSeries.builder();
    int next = 0;
    for (int i = 0; i < series.size(); i++) {
      long minute = series.minuteAt(i);
      while (next < ranges.size() && ranges.get(next).to() <= minute) {
        next++;
      }
      if (next == ranges.size() || minute < ranges.get(next).from()) {
        Events events = series.at(i);
        kept.add(minute, events.good(), events.total());
      }
    }
    return kept.build().beginningLike(series);
  }
}
