package dev.burnline.slo.explain;

import static java.util.Objects.requireNonNull;

import dev.burnline.slo.Slo;
import dev.burnline.slo.alert.BurnRatePair;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * When one pair of lookbacks of an SLO makes an alert.
 *
 * @param window the length of the SLO's window, whole minutes
 */
public record PairExplanation(Slo slo, Duration window, BurnRatePair pair) {

  public PairExplanation {
    requireNonNull(slo, "slo is null");
    requireNonNull(window, "window is null");
    requireNonNull(pair, "pair is null");
  }

  /** Returns the burn rate above which it fires, to 34 digits. */
  public BigDecimal factor() {
    return pair.factor(window);
  }

  /** Returns the share of bad events above which it fires, to 34 digits; above 1 for never. */
  public BigDecimal badShare() {
    return factor().multiply(slo.allowance(), MathContext.DECIMAL128);
  }

  /** Returns whether there can be as many bad events as it takes. */
  public boolean isReachable() {
    return pair.isReachable(window, slo.allowance());
  }

  /**
   * Returns after how many minutes it fires when from a moment on a constant share of requests
   * fails, at constant traffic that is high enough for the low-traffic guard; empty when it never
   * does. Slices of time begin with the failure.
   *
   * @param failing share of the valid requests, 0 to 1
   */
  public OptionalLong minutesUntil(BigDecimal failing) {
    return new ConstantFailure(slo.budgetingMethod(), failing)
        .minutesUntil(
            pair,
            pair.budgetShare()
                .multiply(BigDecimal.valueOf(window.toMinutes()))
                .multiply(slo.allowance()));
  }

  /**
   * Returns the most requests in the long lookback with which a single bad one fires it, were there
   * no low-traffic guard; exact. With a share above 1 none is few enough.
   */
  public long mostRequestsForOneFailure() {
    BigDecimal share =
        pair.budgetShare()
            .multiply(BigDecimal.valueOf(window.toMinutes()))
            .multiply(slo.allowance());
    // 1 / n > share / long: n is below long / share.
    return BigDecimal.valueOf(pair.longLookback().toMinutes())
            .divide(share, 0, RoundingMode.CEILING)
            .longValueExact()
        - 1;
  }

  /**
   * Returns whether a single bad request fires it.
   *
   * @param requests valid ones in the long lookback, the bad one among them
   */
  public boolean firesOnOneFailure(long requests) {
    return slo.lowTraffic().minFailures() <= 1
        && requests >= slo.lowTraffic().minEvents()
        && requests <= mostRequestsForOneFailure();
  }
}
