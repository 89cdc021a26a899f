package dev.burnline.slo.budget;

import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
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
    if (events.total() == 0) {
      return null;
    }
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
        held.add(
            new HeldAlert(pair, doubleValue(of(overLong, slo)), doubleValue(of(overShort, slo))));
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

  /** The guard asks for at least one event, so a rate that holds is never null. */
  private static double doubleValue(@Nullable Double rate) {
    return rate == null ? 0 : rate;
  }

  static Events lookback(EventSeries series, long endMinute, Duration lookback) {
    return series.between(endMinute - lookback.toMinutes(), endMinute);
  }
}
