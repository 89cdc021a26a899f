package dev.burnline.slo.explain;

import dev.burnline.slo.BudgetingMethod;
import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.alert.BurnRatePair;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * From minute 0 on the same share of requests fails, and before none did; traffic is constant. A
 * budget is counted in units that each end on a multiple of their length: minutes of events, or
 * slices.
 */
final class ConstantFailure {

  private final long unitMinutes;

  /** The bad part of every unit from minute 0 on. */
  private final BigDecimal badPart;

  ConstantFailure(BudgetingMethod method, BigDecimal failing) {
    if (method instanceof BudgetingMethod.Timeslices slices) {
      unitMinutes = minutes(slices.slice());
      boolean isBad = BigDecimal.ONE.subtract(failing).compareTo(slices.sliceTarget()) < 0;
      badPart = isBad ? BigDecimal.ONE : BigDecimal.ZERO;
    } else {
      unitMinutes =
          method instanceof BudgetingMethod.RatioTimeslices slices ? minutes(slices.slice()) : 1;
      badPart = failing;
    }
  }

  private static long minutes(DurationShorthand slice) {
    return slice.fixedLength().orElseThrow().toMinutes();
  }

  /**
   * Returns the first minute at which both lookbacks are above the factor.
   *
   * @param shareMinutes the share of bad units at the factor, times the long lookback's minutes
   */
  OptionalLong minutesUntil(BurnRatePair pair, BigDecimal shareMinutes) {
    BigDecimal longMinutes = BigDecimal.valueOf(pair.longLookback().toMinutes());
    long last = pair.longLookback().toMinutes() + unitMinutes;
    for (long minute = 1; minute <= last; minute++) {
      if (isAbove(minute, pair.longLookback(), longMinutes, shareMinutes)
          && isAbove(minute, pair.shortLookback(), longMinutes, shareMinutes)) {
        return OptionalLong.of(minute);
      }
    }
    return OptionalLong.empty();
  }

  private boolean isAbove(
      long minute, Duration lookback, BigDecimal longMinutes, BigDecimal shareMinutes) {
    long done = Math.floorDiv(minute, unitMinutes);
    long before = Math.floorDiv(minute - lookback.toMinutes(), unitMinutes);
    BigDecimal bad = badPart.multiply(BigDecimal.valueOf(done - Math.max(0, before)));
    BigDecimal all = BigDecimal.valueOf(done - before);
    return bad.multiply(longMinutes).compareTo(shareMinutes.multiply(all)) > 0;
  }
}
