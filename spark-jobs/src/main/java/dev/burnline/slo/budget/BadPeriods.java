package dev.burnline.slo.budget;

import dev.burnline.report.BadTimes;
import dev.burnline.slo.Slo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds when the bad events of an SLO came. */
final class BadPeriods {

  private BadPeriods() {}

  /**
   * Returns the bad times of {@code from <= minute < to}, in minutes since the epoch.
   *
   * @param series the units that the SLO's budget is counted from; a slice of time stands at its
   *     last minute
   */
  static BadTimes of(Slo slo, EventSeries series, long from, long to) {
    long length = slo.budgetingMethod().sliceMinutes();
    List<BadTimes.Span> each = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      long minute = series.minuteAt(i);
      if (minute >= from && minute < to) {
        Events events = series.at(i);
        each.add(
            new BadTimes.Span(
                instant(minute + 1 - length), instant(minute + 1), events.bad(), events.total()));
      }
    }
    return BadTimes.of(each, slo.target().doubleValue(), BadTimes.MOST_SPANS);
  }

  private static Instant instant(long minute) {
    return Instant.ofEpochSecond(minute * 60);
  }
}
