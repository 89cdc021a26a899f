package dev.burnline.slo.budget;

import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import java.math.BigInteger;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * When a budget will be used up if every coming minute brings the last day's mean, in integers.
 * From a rolling window old minutes leave meanwhile, so it is simulated minute by minute; a
 * calendar window only fills.
 */
final class Exhaustion {

  private static final long MINUTES_OF_A_DAY = Duration.ofDays(1).toMinutes();

  private final EventSeries series;
  private final long endMinute;
  private final WindowSpan window;
  private final boolean isRolling;
  private final Events lastDay;

  /** The allowance is {@code allowed / scale}. */
  private final long allowed;

  private final long scale;

  Exhaustion(Slo slo, WindowSpan window, EventSeries series) {
    this.series = series;
    this.endMinute = window.evaluated();
    this.window = window;
    this.isRolling = slo.window() instanceof TimeWindow.Rolling;
    this.lastDay = BurnRate.lookback(series, endMinute, Duration.ofDays(1));
    this.allowed = slo.allowance().movePointRight(Slo.MOST_TARGET_DECIMALS).longValueExact();
    this.scale = BigInteger.TEN.pow(Slo.MOST_TARGET_DECIMALS).longValueExact();
  }

  /**
   * Returns after how many minutes the budget is used up, 0 when it is already; empty when it is
   * not within one rolling window from now or before the calendar window ends, or when the last day
   * has no bad event.
   */
  OptionalLong minutesAhead() {
    if (isUsedUp(0)) {
      return OptionalLong.of(0);
    }
    if (lastDay.bad() == 0) {
      return OptionalLong.empty();
    }
    return isRolling ? simulated() : filled();
  }

  private OptionalLong simulated() {
    for (long ahead = 1; ahead <= window.minutes(); ahead++) {
      if (isUsedUp(ahead)) {
        return OptionalLong.of(ahead);
      }
    }
    return OptionalLong.empty();
  }

  /** Each minute takes as much away from what is left; the first minute after which none is. */
  private OptionalLong filled() {
    Events events = series.between(window.start(), endMinute);
    BigInteger left = excess(events).negate().multiply(BigInteger.valueOf(MINUTES_OF_A_DAY));
    BigInteger eachMinute = excess(lastDay);
    if (eachMinute.signum() <= 0) {
      return OptionalLong.empty();
    }
    BigInteger ahead =
        left.add(eachMinute).subtract(BigInteger.ONE).divide(eachMinute).max(BigInteger.ONE);
    boolean isInTime = ahead.compareTo(BigInteger.valueOf(window.end() - endMinute)) <= 0;
    return isInTime ? OptionalLong.of(ahead.longValueExact()) : OptionalLong.empty();
  }

  /** Returns bad - allowance * total, times the allowance's scale. */
  private BigInteger excess(Events events) {
    return BigInteger.valueOf(events.bad())
        .multiply(BigInteger.valueOf(scale))
        .subtract(BigInteger.valueOf(allowed).multiply(BigInteger.valueOf(events.total())));
  }

  /**
   * Whether bad >= allowance * total in the window that ends {@code ahead} minutes from now; both
   * sides times the minutes of a day and the allowance's scale, which makes them integers.
   */
  private boolean isUsedUp(long ahead) {
    Events left = series.between(isRolling ? window.start() + ahead : window.start(), endMinute);
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
