package dev.burnline.oracle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How fast the error budget is being used, as a multiple of the speed that just uses it up. */
final class BurnRates {

  /** A long and a short lookback, and the per mille of the budget that the long one stands for. */
  private record Pair(Duration longLookback, Duration shortLookback, int budgetPerMille) {}

  private final SloEvents events;

  BurnRates(SloEvents events) {
    this.events = events;
  }

  /** Returns the burn rate of a lookback; null when it has no events. */
  @Nullable Double over(Duration lookback) {
    SloEvents.Counts counts = events.in(lookback);
    return Exact.quotient(
        BigDecimal.valueOf(counts.bad()),
        events.slo().allowedBad().multiply(BigDecimal.valueOf(counts.total())));
  }

  /**
   * Whether an alert of either severity holds at the end of the report's window. While the short
   * lookback is empty, a pair is what it was when that had its last event.
   */
  boolean alertHolds() {
    boolean overAWeek = events.slo().windowDays() > 7;
    return List.of(
            new Pair(Duration.ofHours(1), Duration.ofMinutes(5), overAWeek ? 20 : 80),
            new Pair(Duration.ofHours(6), Duration.ofMinutes(30), overAWeek ? 50 : 125),
            new Pair(Duration.ofDays(1), Duration.ofHours(2), overAWeek ? 100 : 200),
            new Pair(Duration.ofDays(3), Duration.ofHours(6), overAWeek ? 100 : 420))
        .stream()
        .anyMatch(
            pair -> {
              Instant seen = lastSeen(pair.shortLookback());
              return exceeds(Span.before(seen, pair.longLookback()), pair)
                  && exceeds(Span.before(seen, pair.shortLookback()), pair);
            });
  }

  private Instant lastSeen(Duration lookback) {
    long end = events.end().toEpochMilli();
    long last =
        events.requests().stream()
            .mapToLong(OracleRequest::millis)
            .filter(millis -> millis < end)
            .max()
            .orElse(end);
    long leaves = Math.floorDiv(last, 60_000L) * 60_000L + lookback.toMillis();
    return Instant.ofEpochMilli(Math.min(end, leaves));
  }

  /**
   * Whether bad / (total * (1 - target)) > E * W / L, multiplied out so that nothing is rounded.
   * Without events both sides are 0, which does not exceed.
   */
  private boolean exceeds(Span span, Pair pair) {
    SloEvents.Counts counts = events.in(span);
    BigDecimal burned =
        BigDecimal.valueOf(counts.bad())
            .multiply(BigDecimal.valueOf(pair.longLookback().toMinutes()));
    BigDecimal allowed =
        BigDecimal.valueOf(pair.budgetPerMille(), 3)
            .multiply(BigDecimal.valueOf(events.windowLength().toMinutes()))
            .multiply(events.slo().allowedBad())
            .multiply(BigDecimal.valueOf(counts.total()));
    return burned.compareTo(allowed) > 0;
  }
}
