package dev.burnline.oracle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** When the error budget is used up if every minute to come is like the last day's average. */
final class ExhaustionForecast {

  private static final long MINUTES_PER_DAY = 1440;

  private ExhaustionForecast() {}

  /**
   * Returns the first whole minute, at most one SLO window ahead, at which bad events reach the
   * budget; the end of the report's window when they have already; null when they never do.
   */
  static @Nullable Instant exhaustionAt(SloEvents events) {
    SloEvents.Counts now = events.inSloWindow();
    if (now.total() > 0 && isUsedUp(events.slo(), now.bad(), now.total())) {
      return events.end();
    }
    SloEvents.Counts lastDay = events.in(Duration.ofDays(1));
    if (lastDay.bad() == 0) {
      return null;
    }
    int minutes = Math.toIntExact(events.windowLength().toMinutes());
    long[] total = new long[minutes];
    long[] bad = new long[minutes];
    Instant start = events.end().minus(events.windowLength());
    Span window = new Span(start, events.end());
    for (OracleRequest request : events.requests()) {
      if (window.contains(request.millis())) {
        int minute = (int) ((request.millis() - start.toEpochMilli()) / 60_000);
        total[minute]++;
        bad[minute] += request.good().contains(events.slo()) ? 0 : 1;
      }
    }
    long totalLeft = now.total();
    long badLeft = now.bad();
    for (int ahead = 1; ahead <= minutes; ahead++) {
      totalLeft -= total[ahead - 1];
      badLeft -= bad[ahead - 1];
      // Both sides times the minutes of a day, so that the average needs no division.
      if (isUsedUp(
          events.slo(),
          badLeft * MINUTES_PER_DAY + ahead * lastDay.bad(),
          totalLeft * MINUTES_PER_DAY + ahead * lastDay.total())) {
        return events.end().plus(ahead, ChronoUnit.MINUTES);
      }
    }
    return null;
  }

  private static boolean isUsedUp(OracleSlo slo, long bad, long total) {
    return BigDecimal.valueOf(bad).compareTo(slo.allowedBad().multiply(BigDecimal.valueOf(total)))
        >= 0;
  }
}
