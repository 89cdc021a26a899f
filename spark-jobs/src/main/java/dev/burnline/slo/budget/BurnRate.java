package dev.burnline.slo.budget;

import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import dev.burnline.slo.alert.BurnRatePair;
import dev.burnline.slo.alert.HeldAlert;
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

  /** Returns the pairs whose alert holds with lookbacks that end before {@code endMinute}. */
  static List<HeldAlert> holding(
      Slo slo, TimeWindow.Rolling window, EventSeries series, long endMinute) {
    List<HeldAlert> held = new ArrayList<>();
    for (BurnRatePair pair : BurnRatePair.forWindow(window.length())) {
      Events overLong = lookback(series, endMinute, pair.longLookback());
      Events overShort = lookback(series, endMinute, pair.shortLookback());
      if (holds(slo, window, pair, overLong) && holds(slo, window, pair, overShort)) {
        // A pair holds only with events, so both rates exist.
        held.add(new HeldAlert(pair, ofSome(overLong, slo), ofSome(overShort, slo)));
      }
    }
    return held;
  }

  private static boolean holds(
      Slo slo, TimeWindow.Rolling window, BurnRatePair pair, Events events) {
    return events.total() >= slo.lowTraffic().minEvents()
        && events.bad() >= slo.lowTraffic().minFailures()
        && pair.isExceededBy(events, window.length(), slo.allowance());
  }

  static Events lookback(EventSeries series, long endMinute, Duration lookback) {
    return series.between(endMinute - lookback.toMinutes(), endMinute);
  }
}
