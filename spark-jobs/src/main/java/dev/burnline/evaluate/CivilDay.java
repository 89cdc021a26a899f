package dev.burnline.evaluate;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A civil day, or what of it lies in some span. */
record CivilDay(LocalDate date, MinuteSpan minutes) {

  /** Cuts a span into its civil days; the first and the last may be parts of one. */
  static List<CivilDay> of(MinuteSpan span, ZoneId zone) {
    List<CivilDay> days = new ArrayList<>();
    int from = span.start();
    while (from < span.end()) {
      LocalDate date = LocalDate.ofInstant(MinuteSpan.instantOf(from), zone);
      int end = MinuteSpan.ofDays(date, date.plusDays(1), zone).end();
      // A zone whose days do not begin with a minute must not stop the walk.
      int to = Math.min(span.end(), Math.max(end, from + 1));
      days.add(new CivilDay(date, new MinuteSpan(from, to)));
      from = to;
    }
    return days;
  }
}
