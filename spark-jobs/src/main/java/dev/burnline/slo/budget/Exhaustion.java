package dev.burnline.slo.budget;

import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import java.math.BigInteger;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * When the budget of a rolling window will be used up if every coming minute brings the last day's
 * mean. Old minutes leave the window meanwhile, so it is simulated minute by minute, in integers.
 */
final class Exhaustion {

  private static final long MINUTES_OF_A_DAY = Duration.ofDays(1).toMinutes();

  private final EventSeries series;
  private final long endMinute;
  private final long windowMinutes;
  private final Events lastDay;

  /** The allowance is {@code allowed / scale}. */
  private final long allowed;

  private final long scale;

  Exhaustion(Slo slo, TimeWindow.Rolling window, EventSeries series, long endMinute) {
    this.series = series;
    this.endMinute = endMinute;
    this.windowMinutes = window.length().toMinutes();
    this.lastDay = BurnRate.lookback(series, endMinute, Duration.ofDays(1));
    this.allowed = slo.allowance().movePointRight(Slo.MOST_TARGET_DECIMALS).longValueExact();
    this.scale = BigInteger.TEN.pow(Slo.MOST_TARGET_DECIMALS).longValueExact();
  }

  /**
   * Returns after how many minutes the budget is used up, 0 when it is already; empty when it is
   * not within one window from now, or when the last day has no bad event.
   */
  OptionalLong minutesAhead() {
    if (isUsedUp(0)) {
      return OptionalLong.of(0);
    }
    if (lastDay.bad() == 0) {
      return OptionalLong.empty();
    }
    for (long ahead = 1; ahead <= windowMinutes; ahead++) {
      if (isUsedUp(ahead)) {
        return OptionalLong.of(ahead);
      }
    }
    return OptionalLong.empty();
  }

  /**
   * Whether bad >= allowance * total in the window that ends {@code ahead} minutes from now; both
   * sides times the minutes of a day and the allowance's scale, which makes them integers.
   */
  private boolean isUsedUp(long ahead) {
    Events left = series.between(endMinute + ahead - windowMinutes, endMinute);
    long total = perDay(left.total(), ahead, lastDay.total());
    return total > 0
        && compareProducts(perDay(left.bad(), ahead, lastDay.bad()), scale, total, allowed) >= 0;
  }

  private static long perDay(long counted, long minutesAhead, long lastDayCount) {
    return Math.addExact(
        Math.multiplyExact(counted, MINUTES_OF_A_DAY),
        Math.multiplyExact(minutesAhead, lastDayCount));
  }

  /** Compares a * b with c * d, all of them not negative, in 128 bits. */
  private static int compareProducts(long a, long b, long c, long d) {
    int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
    return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
  }
}
