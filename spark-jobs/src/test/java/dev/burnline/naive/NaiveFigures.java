package dev.burnline.naive;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** The figures of an SLO at the start of a minute, in fractions, each counted from the start. */
public final class NaiveFigures {

  private static final MathContext MANY_DIGITS = new MathContext(60);
  private static final int DAY = 1440;

  private final NaiveUnits units;
  private final boolean isRolling;
  private final long start;
  private final long end;
  private final long evaluated;
  private final BigDecimal allowance;
  private final long good;
  private final long total;

  /** Evaluates a window whose target is a decimal such as 0.999. */
  public NaiveFigures(NaiveUnits units, NaiveWindow window, String target, long evaluated) {
    this.units = units;
    this.isRolling = window instanceof NaiveWindow.LastDays;
    this.start = window.start(evaluated);
    this.end = window.end(evaluated);
    this.evaluated = evaluated;
    this.allowance = BigDecimal.ONE.subtract(new BigDecimal(target));
    this.good = units.good(start, evaluated);
    this.total = units.total(start, evaluated);
  }

  public long start() {
    return start;
  }

  public long end() {
    return end;
  }

  public long good() {
    return good;
  }

  public long total() {
    return total;
  }

  /** The share of good units; null without units, as with all that follow. */
  public @Nullable Double sli() {
    return total == 0 ? null : share(good, total).doubleValue();
  }

  private static BigDecimal share(long part, long whole) {
    return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), MANY_DIGITS);
  }

  public @Nullable Double burnRate(int minutes) {
    long all = units.total(evaluated - minutes, evaluated);
    long bad = all - units.good(evaluated - minutes, evaluated);
    return all == 0 ? null : share(bad, all).divide(allowance, MANY_DIGITS).doubleValue();
  }

  public double budget() {
    return allowance.multiply(BigDecimal.valueOf(total)).doubleValue();
  }

  /** What the budget will be if units come on as they came. */
  public double projectedBudget() {
    return allowance
        .multiply(BigDecimal.valueOf(total))
        .multiply(share(end - start, evaluated - start))
        .doubleValue();
  }

  private BigDecimal consumed() {
    return share(total - good, total).divide(allowance, MANY_DIGITS);
  }

  public double consumedRatio() {
    return consumed().doubleValue();
  }

  public double remainingRatio() {
    return BigDecimal.ONE.subtract(consumed()).doubleValue();
  }

  public double minutesRemaining() {
    BigDecimal sustainable =
        BigDecimal.ONE.subtract(share(total - good, total).divide(allowance, MANY_DIGITS));
    return sustainable.multiply(allowance).multiply(BigDecimal.valueOf(end - start)).doubleValue();
  }

  /**
   * Returns the minute at which the budget is used up when every minute to come brings a 1440th of
   * the last day; null when it is not, before a calendar window's end or one length of a rolling
   * window from now.
   */
  public @Nullable Long exhaustion() {
    long dayTotal = units.total(evaluated - DAY, evaluated);
    long dayBad = dayTotal - units.good(evaluated - DAY, evaluated);
    long last = isRolling ? evaluated + (end - start) : end;
    BigDecimal badInWindow = BigDecimal.valueOf(DAY).multiply(BigDecimal.valueOf(total - good));
    BigDecimal allInWindow = BigDecimal.valueOf(DAY).multiply(BigDecimal.valueOf(total));
    for (long minute = evaluated; minute <= last && total > 0; minute++) {
      if (badInWindow.compareTo(allowance.multiply(allInWindow)) >= 0 && allInWindow.signum() > 0) {
        return minute;
      }
      if (dayBad == 0) {
        return null;
      }
      badInWindow = badInWindow.add(BigDecimal.valueOf(dayBad));
      allInWindow = allInWindow.add(BigDecimal.valueOf(dayTotal));
      if (isRolling && minute - (end - start) < evaluated) {
        long leaving = minute - (end - start);
        long leavingTotal = units.total(leaving, leaving + 1);
        long leavingBad = leavingTotal - units.good(leaving, leaving + 1);
        badInWindow = badInWindow.subtract(BigDecimal.valueOf(leavingBad * DAY));
        allInWindow = allInWindow.subtract(BigDecimal.valueOf(leavingTotal * DAY));
      }
    }
    return null;
  }
}
