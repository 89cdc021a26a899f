package dev.burnline.render.chart;

import dev.burnline.report.ServiceReport.MinuteFigures;
import java.time.Instant;
import java.util.List;

/** Finds minutes in an ordered list. */
final class Between {

  private Between() {}

  /** The minutes with {@code from <= minute < to}. */
  static List<MinuteFigures> minutes(List<MinuteFigures> ordered, Instant from, Instant to) {
    return ordered.subList(first(ordered, from), first(ordered, to));
  }

  private static int first(List<MinuteFigures> ordered, Instant from) {
    int low = 0;
    int high = ordered.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ordered.get(middle).minute().isBefore(from)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
