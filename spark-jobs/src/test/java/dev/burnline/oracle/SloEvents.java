package dev.burnline.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The events that one SLO counts for one service, up to the end of the report's window.
 *
 * @param end of the report's window
 * @param requests that are in the SLO's total
 */
record SloEvents(OracleSlo slo, Instant end, List<OracleRequest> requests) {

  /** Good and total events; {@code good} is never more than {@code total}. */
  record Counts(long good, long total) {

    long bad() {
      return total - good;
    }
  }

  Counts in(Span span) {
    long good = 0;
    long total = 0;
    for (OracleRequest request : requests) {
      if (span.contains(request.millis())) {
        total++;
        good += request.good().contains(slo) ? 1 : 0;
      }
    }
    return new Counts(good, total);
  }

  Counts in(Duration lookback) {
    return in(Span.before(end, lookback));
  }

  Counts inSloWindow() {
    return in(windowLength());
  }

  Duration windowLength() {
    return Duration.ofDays(slo.windowDays());
  }
}
