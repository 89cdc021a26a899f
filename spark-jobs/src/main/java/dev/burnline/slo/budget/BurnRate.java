package dev.burnline.slo.budget;

import dev.burnline.slo.Slo;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How many times faster than sustainable a budget burns. */
public final class BurnRate {

  private BurnRate() {}

  /** Returns (bad / total) / (1 - target), to the nearest double; null without events. */
  public static @Nullable Double of(Events events, Slo slo) {
    if (events.total() == 0) {
      return null;
    }
    BigDecimal sustainable = slo.allowance().multiply(BigDecimal.valueOf(events.total()));
    return BigDecimal.valueOf(events.bad())
        .divide(sustainable, MathContext.DECIMAL128)
        .doubleValue();
  }

  static Events lookback(EventSeries series, long endMinute, Duration lookback) {
    return series.between(endMinute - lookback.toMinutes(), endMinute);
  }
}
