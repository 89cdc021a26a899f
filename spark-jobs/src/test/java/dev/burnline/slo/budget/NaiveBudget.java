package dev.burnline.slo.budget;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * The definitions taken at their word: every figure is counted minute by minute from the start.
 * Shares nothing with the code under test.
 */
final class NaiveBudget {

  private static final int DAY = 1440;

  /** Events by minute since the epoch. */
  private final long[] good;

  private final long[] total;
  private final String target;
  private final int windowMinutes;

  /** The minute after the last. */
  private final int end;

  NaiveBudget(long[] good, long[] total, String target, int windowMinutes) {
    this.good = good;
    this.total = total;
    this.end = good.length;
    this.target = target;
    this.windowMinutes = windowMinutes;
  }

  int end() {
    return end;
  }

  String target() {
    return target;
  }

  long goodAt(int minute) {
    return good[minute];
  }

  long totalAt(int minute) {
    return total[minute];
  }

  boolean hasEvents() {
    return totalOver(windowMinutes) > 0;
  }

  private static long count(long[] events, int from, int to) {
    long sum = 0;
    for (int minute = Math.max(from, 0); minute < to; minute++) {
      sum += events[minute];
    }
    return sum;
  }

  long goodOver(int minutes) {
    return count(good, end - minutes, end);
  }

  long totalOver(int minutes) {
    return count(total, end - minutes, end);
  }

  private BigDecimal allowance() {
    return BigDecimal.ONE.subtract(new BigDecimal(target));
  }

  @Nullable Double burnRate(int minutes) {
    long valid = totalOver(minutes);
    if (valid == 0) {
      return null;
    }
    return BigDecimal.valueOf(valid - goodOver(minutes))
        .divide(BigDecimal.valueOf(valid), new MathContext(60))
        .divide(allowance(), new MathContext(60))
        .doubleValue();
  }

  /** Whether both lookbacks burn faster than share * window / long, in fractions. */
  boolean holds(int longMinutes, int shortMinutes, String share) {
    return burnsFaster(longMinutes, longMinutes, share)
        && burnsFaster(shortMinutes, longMinutes, share);
  }

  private boolean burnsFaster(int minutes, int longMinutes, String share) {
    long valid = totalOver(minutes);
    long bad = valid - goodOver(minutes);
    return valid >= 1
        && bad >= 1
        && BigDecimal.valueOf(bad * longMinutes)
                .compareTo(
                    new BigDecimal(share)
                        .multiply(BigDecimal.valueOf(windowMinutes))
                        .multiply(allowance())
                        .multiply(BigDecimal.valueOf(valid)))
            > 0;
  }

  /** Returns the minutes until the budget is used up, −1 for never, by sliding the window. */
  int minutesToExhaustion() {
    if (!hasEvents()) {
      return -1;
    }
    long goodOfDay = goodOver(DAY);
    long totalOfDay = totalOver(DAY);
    // All counts times the minutes of a day, so that a minute of the last day's mean is whole.
    long valid = totalOver(windowMinutes) * DAY;
    long bad = valid - goodOver(windowMinutes) * DAY;
    for (int ahead = 0; ahead <= windowMinutes; ahead++) {
      BigDecimal allowed = allowance().multiply(BigDecimal.valueOf(valid));
      if (BigDecimal.valueOf(bad).compareTo(allowed) >= 0) {
        return ahead;
      }
      if (totalOfDay == goodOfDay) {
        return -1;
      }
      int leaving = end - windowMinutes + ahead;
      long leavingTotal = leaving < 0 || leaving >= end ? 0 : total[leaving] * DAY;
      long leavingGood = leaving < 0 || leaving >= end ? 0 : good[leaving] * DAY;
      valid += totalOfDay - leavingTotal;
      bad += totalOfDay - goodOfDay - (leavingTotal - leavingGood);
    }
    return -1;
  }
}
