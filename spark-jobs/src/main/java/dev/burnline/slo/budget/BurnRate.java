package dev.burnline.slo.budget;

import dev.burnline.slo.Slo;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many times faster than sustainable a budget burns. */
final class BurnRate {

  private BurnRate() {}

  /** Returns (bad / total) / (1 - target), to the nearest double; null without events. */
  static @Nullable Double of(Events events, Slo slo) {
    return events.total() == 0 ? null : ofSome(events, slo);
  }

  private static double ofSome(Events events, Slo slo) {
    BigDecimal sustainable = slo.allowance().multiply(BigDecimal.valueOf(events.total()));
    return BigDecimal.valueOf(events.bad())
        .divide(sustainable, MathContext.DECIMAL128)
        .doubleValue();
  }

  /**
   * Returns the pairs whose alert holds with lookbacks that end before {@code endMinute}.
   *
   * @param window the length of the SLO window then
   * @param series in the units of the budgeting method
   */
  static List<HeldAlert> holding(Slo slo, Duration window, EventSeries series, long endMinute) {
    List<HeldAlert> held = new ArrayList<>();
    for (BurnRatePair pair : BurnRatePair.forWindow(window)) {
      Events overLong = lookback(series, endMinute, pair.longLookback());
      Events overShort = lookback(series, endMinute, pair.shortLookback());
      if (holds(slo, window, pair, overLong) && holds(slo, window, pair, overShort)) {
        // A pair holds only with events, so both rates exist.
        held.add(new HeldAlert(pair, ofSome(overLong, slo), ofSome(overShort, slo)));
      }
    }
    return held;
  }

  private static boolean holds(Slo slo, Duration window, BurnRatePair pair, Events events) {
    long unit = slo.budgetingMethod().unit();
    return events.total() / unit >= slo.lowTraffic().minEvents()
        && events.bad() / unit >= slo.lowTraffic().minFailures()
        && pair.isExceededBy(events, window, slo.allowance());
  }

  static Events lookback(EventSeries series, long endMinute, Duration lookback) {
    return series.between(endMinute - lookback.toMinutes(), endMinute);
  }
}
