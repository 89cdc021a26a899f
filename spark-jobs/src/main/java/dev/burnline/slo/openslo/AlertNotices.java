package dev.burnline.slo.openslo;

import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import dev.burnline.slo.alert.AlertEpisode;
import dev.burnline.slo.alert.AlertRules;
import dev.burnline.slo.alert.BurnRateCondition;
import dev.burnline.slo.alert.BurnRateCondition.Operator;
import dev.burnline.slo.alert.BurnRatePair;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

/** Says which of an SLO's alerts cannot do what one expects of them. */
final class AlertNotices {

  private static final MathContext SHOWN = new MathContext(4, RoundingMode.HALF_UP);

  private AlertNotices() {}

  static void add(Slo slo, AlertRules rules, Item objective) {
    for (BurnRatePair pair : rules.pairs()) {
      if (rules.mode() == AlertRules.Mode.BURN_RATE) {
        add(slo, objective, pair);
      }
    }
    for (BurnRateCondition condition : rules.conditions()) {
      add(slo, objective, condition);
    }
  }

  /** What is so long ago is looked up by chance, if at all. */
  static void addStale(Slo slo, AlertRules rules, Item staleAfter) {
    if (rules.staleAfter().compareTo(shortest(slo.window())) >= 0) {
      staleAfter.notice(
          "%s may never fire: after %s without data there is nothing left in the window of %s"
              .formatted(
                  AlertEpisode.Cause.STALE_DATA.alertname(),
                  DurationShorthand.of(rules.staleAfter()),
                  slo.window().duration()));
    }
  }

  private static void add(Slo slo, Item objective, BurnRatePair pair) {
    Duration window = shortest(slo.window());
    String alert = "the alert over " + DurationShorthand.of(pair.longLookback());
    String factor = shown(pair.factor(window));
    if (!pair.isReachable(window, slo.allowance())) {
      objective.notice(
          "%s can never fire: it needs a burn rate above %s, and with target %s none is"
              .formatted(alert, factor, slo.target().toPlainString()));
    }
    if (pair.longLookback().compareTo(window) > 0) {
      objective.notice(
          "%s looks back further than the window of %s and fires from a burn rate of %s"
              .formatted(alert, slo.window().duration(), factor));
    }
  }

  private static void add(Slo slo, Item objective, BurnRateCondition condition) {
    int order = condition.threshold().multiply(slo.allowance()).compareTo(BigDecimal.ONE);
    boolean isTooHigh =
        (condition.operator() == Operator.ABOVE && order >= 0)
            || (condition.operator() == Operator.AT_LEAST && order > 0);
    if (isTooHigh) {
      objective.notice(
          "the alert over %s can never fire: it needs a burn rate of %s, and with target %s none is"
              .formatted(
                  DurationShorthand.of(condition.lookback()),
                  shown(condition.threshold()),
                  slo.target().toPlainString()));
    }
  }

  /** What cannot be in the shortest of calendar windows cannot be in any: factors only grow. */
  private static Duration shortest(TimeWindow window) {
    if (window instanceof TimeWindow.Rolling rolling) {
      return rolling.length();
    }
    int count = window.duration().count();
    return switch (window.duration().unit()) {
      case MINUTE -> Duration.ofMinutes(count);
      case HOUR -> Duration.ofHours(count);
      case DAY -> Duration.ofDays(count).minusHours(1);
      case WEEK -> Duration.ofDays(7L * count).minusHours(1);
      case MONTH -> Duration.ofDays(28L * count).minusHours(1);
      case QUARTER -> Duration.ofDays(90L * count).minusHours(1);
      case YEAR -> Duration.ofDays(365L * count).minusHours(1);
    };
  }

  private static String shown(BigDecimal factor) {
    return factor.round(SHOWN).stripTrailingZeros().toPlainString();
  }
}
