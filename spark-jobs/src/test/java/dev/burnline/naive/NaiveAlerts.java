package dev.burnline.naive;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of one SLO, looked at anew at every minute: every lookback is the difference of two
 * running counts, and everything is compared in fractions.
 */
public final class NaiveAlerts {

  private static final MathContext MANY_DIGITS = new MathContext(60);

  /** A pair of lookbacks in minutes; {@code share} of the budget as a decimal. */
  public record Pair(String severity, int longMinutes, int shortMinutes, String share) {}

  /** One lookback; {@code op} as in OpenSLO. */
  public record Condition(
      String severity, String op, String threshold, int minutes, int after, boolean noData) {}

  /** What an SLO says of its alerts. */
  public record Rules(
      String target,
      List<Pair> pairs,
      List<Condition> conditions,
      boolean trafficAware,
      long minEvents,
      long minFailures,
      int staleAfter) {}

  /**
   * One episode.
   *
   * @param end null while it holds at the end of time
   */
  public record Episode(
      String alert,
      String severity,
      int start,
      @Nullable Integer end,
      @Nullable Integer longMinutes,
      @Nullable Integer shortMinutes,
      @Nullable Double burnLong,
      @Nullable Double burnShort,
      @Nullable Double spent) {}

  private final Rules rules;
  private final int end;

  /** Running counts: how many there were before each minute. */
  private final long[] bad;

  private final long[] total;
  private final long[] events;
  private final IntUnaryOperator windowStart;
  private final IntUnaryOperator windowLength;

  /**
   * Takes what happened.
   *
   * @param good units by minute from 0
   * @param total units by minute from 0
   * @param events by minute from 0, as they came, for stale data
   * @param windowStart first minute of the SLO window at each evaluated minute
   * @param windowLength minutes of the whole SLO window at each evaluated minute
   */
  public NaiveAlerts(
      Rules rules,
      long[] good,
      long[] total,
      long[] events,
      IntUnaryOperator windowStart,
      IntUnaryOperator windowLength) {
    this.rules = rules;
    this.end = total.length;
    this.total = running(total);
    this.events = running(events);
    long[] failed = total.clone();
    for (int minute = 0; minute < end; minute++) {
      failed[minute] -= good[minute];
    }
    this.bad = running(failed);
    this.windowStart = windowStart;
    this.windowLength = windowLength;
  }

  private static long[] running(long[] counts) {
    long[] before = new long[counts.length + 1];
    for (int minute = 0; minute < counts.length; minute++) {
      before[minute + 1] = before[minute] + counts[minute];
    }
    return before;
  }

  /** Returns the episodes of evaluations at the minutes 1 to the end. */
  public List<Episode> episodes() {
    List<Episode> episodes = new ArrayList<>();
    boolean[][] pairHolds = new boolean[rules.pairs().size()][end + 1];
    boolean[][] fires = new boolean[rules.conditions().size()][end + 1];
    boolean[][] isTrue = new boolean[rules.conditions().size()][end + 1];
    for (int t = 1; t <= end; t++) {
      for (int i = 0; i < pairHolds.length; i++) {
        pairHolds[i][t] = pairHolds(rules.pairs().get(i), t, pairHolds[i][t - 1]);
      }
      for (int i = 0; i < fires.length; i++) {
        Condition condition = rules.conditions().get(i);
        boolean hasData = sum(total, t - condition.minutes(), t) > 0;
        isTrue[i][t] = hasData ? isTrue(condition, t) : isTrue[i][t - 1];
        fires[i][t] = hasData ? heldLongEnough(isTrue[i], condition, t) : fires[i][t - 1];
      }
    }
    for (String severity : List.of("PAGE", "TICKET")) {
      addBurns(severity, pairHolds, fires, episodes);
    }
    addStale(episodes);
    return episodes;
  }

  private void addBurns(
      String severity, boolean[][] pairHolds, boolean[][] fires, List<Episode> episodes) {
    Episode open = null;
    for (int t = 1; t <= end; t++) {
      Episode now = null;
      for (int i = pairHolds.length - 1; i >= 0; i--) {
        Pair pair = rules.pairs().get(i);
        if (pair.severity().equals(severity) && pairHolds[i][t]) {
          now = burn(severity, t, pair.longMinutes(), pair.shortMinutes());
        }
      }
      for (int i = 0; now == null && i < fires.length; i++) {
        Condition condition = rules.conditions().get(i);
        boolean isAlert = fires[i][t] || (condition.noData() && isSilent(condition, t));
        if (condition.severity().equals(severity) && isAlert) {
          now = burn(severity, t, condition.minutes(), null);
        }
      }
      if (open == null) {
        open = now;
      } else if (now == null) {
        episodes.add(ended(open, t, t));
        open = null;
      }
    }
    if (open != null) {
      episodes.add(ended(open, null, end));
    }
  }

  private Episode burn(String severity, int t, int longMinutes, @Nullable Integer shortMinutes) {
    return new Episode(
        "SLOBudgetBurn",
        severity,
        t,
        null,
        longMinutes,
        shortMinutes,
        burnRate(t, longMinutes),
        shortMinutes == null ? null : burnRate(t, shortMinutes),
        null);
  }

  private Episode ended(Episode open, @Nullable Integer end, int seenAt) {
    int longMinutes = open.longMinutes() == null ? 0 : open.longMinutes();
    BigDecimal budget =
        allowance().multiply(decimal(sum(total, windowStart.applyAsInt(seenAt), seenAt)));
    BigDecimal wholeBudget =
        budget
            .multiply(decimal(windowLength.applyAsInt(seenAt)))
            .divide(decimal(seenAt - windowStart.applyAsInt(seenAt)), MANY_DIGITS);
    Double spent =
        budget.signum() == 0
            ? null
            : (Double)
                decimal(sum(bad, open.start() - longMinutes, seenAt))
                    .divide(wholeBudget, MANY_DIGITS)
                    .doubleValue();
    return new Episode(
        open.alert(),
        open.severity(),
        open.start(),
        end,
        open.longMinutes(),
        open.shortMinutes(),
        open.burnLong(),
        open.burnShort(),
        spent);
  }

  private boolean pairHolds(Pair pair, int t, boolean before) {
    long longTotal = sum(total, t - pair.longMinutes(), t);
    long shortTotal = sum(total, t - pair.shortMinutes(), t);
    if (longTotal == 0 || shortTotal == 0) {
      return before;
    }
    return isBeyond(pair, t, pair.longMinutes(), longTotal)
        && isBeyond(pair, t, pair.shortMinutes(), shortTotal);
  }

  private boolean isBeyond(Pair pair, int t, int minutes, long valid) {
    long failed = sum(bad, t - minutes, t);
    if (valid < rules.minEvents() || failed < rules.minFailures()) {
      return false;
    }
    BigDecimal share = new BigDecimal(pair.share());
    if (rules.trafficAware()) {
      long ofWindow = sum(total, windowStart.applyAsInt(t), t);
      return decimal(failed).compareTo(share.multiply(allowance()).multiply(decimal(ofWindow)))
          >= 0;
    }
    // failed / valid / allowance > share * window / long, without division
    BigDecimal left = decimal(failed).multiply(decimal(pair.longMinutes()));
    BigDecimal right =
        share
            .multiply(decimal(windowLength.applyAsInt(t)))
            .multiply(decimal(valid))
            .multiply(allowance());
    return left.compareTo(right) > 0;
  }

  private boolean isTrue(Condition condition, int t) {
    long valid = sum(total, t - condition.minutes(), t);
    long failed = sum(bad, t - condition.minutes(), t);
    boolean isHigh = condition.op().startsWith("g");
    if (valid < rules.minEvents()
        || (isHigh && rules.minFailures() > 1 && failed < rules.minFailures())) {
      return false;
    }
    int order =
        decimal(failed)
            .compareTo(
                new BigDecimal(condition.threshold())
                    .multiply(allowance())
                    .multiply(decimal(valid)));
    return switch (condition.op()) {
      case "gt" -> order > 0;
      case "gte" -> order >= 0;
      case "lt" -> order < 0;
      default -> order <= 0;
    };
  }

  private static boolean heldLongEnough(boolean[] isTrue, Condition condition, int t) {
    for (int at = t - condition.after(); at <= t; at++) {
      if (at < 1 || !isTrue[at]) {
        return false;
      }
    }
    return true;
  }

  private boolean isSilent(Condition condition, int t) {
    return sum(total, t - condition.minutes(), t) == 0 && sum(total, 0, t) > 0;
  }

  private void addStale(List<Episode> episodes) {
    Integer start = null;
    for (int t = 1; t <= end; t++) {
      boolean isStale = sum(events, t - rules.staleAfter(), t) == 0 && sum(events, 0, t) > 0;
      if (isStale && start == null) {
        start = t;
      } else if (!isStale && start != null) {
        episodes.add(stale(start, t));
        start = null;
      }
    }
    if (start != null) {
      episodes.add(stale(start, null));
    }
  }

  private static Episode stale(int start, @Nullable Integer end) {
    return new Episode("SLODataStale", "TICKET", start, end, null, null, null, null, null);
  }

  private @Nullable Double burnRate(int t, int minutes) {
    long valid = sum(total, t - minutes, t);
    return valid == 0
        ? null
        : (Double)
            decimal(sum(bad, t - minutes, t))
                .divide(decimal(valid), MANY_DIGITS)
                .divide(allowance(), MANY_DIGITS)
                .doubleValue();
  }

  private BigDecimal allowance() {
    return BigDecimal.ONE.subtract(new BigDecimal(rules.target()));
  }

  private static BigDecimal decimal(long count) {
    return BigDecimal.valueOf(count);
  }

  private static long sum(long[] running, int from, int to) {
    return running[to] - running[Math.max(0, Math.min(from, to))];
  }
}
