package dev.burnline.slo.explain;

import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.alert.AlertRules;
import dev.burnline.slo.alert.BurnRateCondition;
import dev.burnline.slo.alert.BurnRatePair;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says when an alert fires that is no pair of burn rates. */
final class AlertWords {

  private AlertWords() {}

  /** Returns one sentence for each such alert, pairs first. */
  static List<String> of(AlertRules rules) {
    List<String> words = new ArrayList<>();
    if (rules.mode() == AlertRules.Mode.TRAFFIC_AWARE) {
      rules.pairs().forEach(pair -> words.add(trafficAware(pair)));
    }
    rules.conditions().forEach(condition -> words.add(of(condition)));
    return words;
  }

  private static String trafficAware(BurnRatePair pair) {
    return "%s when the last %s and the last %s each have bad ones for %s %% of the window's budget"
        .formatted(
            name(pair.severity()),
            DurationShorthand.of(pair.longLookback()),
            DurationShorthand.of(pair.shortLookback()),
            plain(pair.budgetShare().movePointRight(2)));
  }

  private static String of(BurnRateCondition condition) {
    List<String> when = new ArrayList<>();
    if (condition.triggers().contains(BurnRateCondition.Trigger.BREACHING)) {
      when.add(
          "the burn rate over the last %s is %s %s%s"
              .formatted(
                  DurationShorthand.of(condition.lookback()),
                  comparison(condition.operator()),
                  plain(condition.threshold()),
                  condition.alertAfter().isZero()
                      ? ""
                      : " for " + DurationShorthand.of(condition.alertAfter())));
    }
    if (condition.triggers().contains(BurnRateCondition.Trigger.NO_DATA)) {
      when.add(
          "the last %s has no data any more".formatted(DurationShorthand.of(condition.lookback())));
    }
    String severity = name(condition.severity());
    return when.isEmpty() ? severity + " never" : severity + " when " + String.join(", or ", when);
  }

  private static String comparison(BurnRateCondition.Operator operator) {
    return switch (operator) {
      case AT_LEAST -> "at least";
      case ABOVE -> "above";
      case AT_MOST -> "at most";
      case BELOW -> "below";
    };
  }

  private static String name(BurnRatePair.Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
