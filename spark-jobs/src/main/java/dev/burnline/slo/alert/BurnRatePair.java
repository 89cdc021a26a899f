package dev.burnline.slo.alert;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/**
 * Two lookbacks that together make an alert: the long one says that it matters, the short one that
 * it still goes on.
 *
 * @param longLookback whole minutes
 * @param shortLookback whole minutes, shorter than the long one
 * @param budgetShare the share of the window's budget that a burn at the pair's factor consumes
 *     within the long lookback, 0 to 1
 * @see <a href="https://sre.google/workbook/alerting-on-slos/">SRE Workbook, Alerting on SLOs</a>
 */
public record BurnRatePair(
    Severity severity, Duration longLookback, Duration shortLookback, BigDecimal budgetShare) {

  public BurnRatePair {
    requireNonNull(severity, "severity is null");
    if (shortLookback.compareTo(longLookback) >= 0 || shortLookback.toMinutes() < 1) {
      throw new IllegalArgumentException(
          "the short lookback must be at least a minute and below the long one, got %s and %s"
              .formatted(shortLookback, longLookback));
    }
    if (budgetShare.signum() <= 0 || budgetShare.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("budgetShare must be in (0, 1], got " + budgetShare);
    }
  }

  /** Returns the burn rate that both lookbacks must exceed, to 34 digits: share * window / long. */
  public BigDecimal factor(Duration window) {
    return shareOfWindow(window)
        .divide(BigDecimal.valueOf(longLookback.toMinutes()), MathContext.DECIMAL128);
  }

  /**
   * Returns whether events can be bad enough to exceed the factor: even with all of them bad the
   * burn rate is no more than 1 / allowance.
   *
   * @param allowance 1 - target
   */
  public boolean isReachable(Duration window, BigDecimal allowance) {
    return shareOfWindow(window)
            .multiply(allowance)
            .compareTo(BigDecimal.valueOf(longLookback.toMinutes()))
        < 0;
  }

  /** The factor times the long lookback's minutes, which keeps it free of division. */
  private BigDecimal shareOfWindow(Duration window) {
    return budgetShare.multiply(BigDecimal.valueOf(window.toMinutes()));
  }

  /** Whom an alert is for. */
  public enum Severity {
    /** Somebody must act now. */
    PAGE,
    /** Somebody must act in the next days. */
    TICKET
  }
}
