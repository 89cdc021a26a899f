package dev.burnline.slo.alert;

import dev.burnline.naive.NaiveAlerts;
import dev.burnline.naive.NaiveAlerts.Condition;
import dev.burnline.naive.NaiveAlerts.Rules;
import dev.burnline.slo.alert.BurnRateCondition.Operator;
import dev.burnline.slo.alert.BurnRateCondition.Trigger;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Rules and episodes of the engine as those of the naive alerts. */
final class BothAlerts {

  private BothAlerts() {}

  /** Returns the engine's episodes in the naive ones' words and order. */
  static List<NaiveAlerts.Episode> of(List<AlertEpisode> episodes, long startMinute) {
    return sorted(episodes.stream().map(each -> counted(each, startMinute)).toList());
  }

  /** Returns them in one order. */
  static List<NaiveAlerts.Episode> sorted(List<NaiveAlerts.Episode> episodes) {
    List<NaiveAlerts.Episode> sorted = new ArrayList<>(episodes);
    sorted.sort(
        Comparator.comparing(NaiveAlerts.Episode::start)
            .thenComparing(NaiveAlerts.Episode::alert)
            .thenComparing(NaiveAlerts.Episode::severity));
    return sorted;
  }

  private static NaiveAlerts.Episode counted(AlertEpisode episode, long startMinute) {
    HeldAlert first = episode.first();
    Long end = episode.endMinute();
    return new NaiveAlerts.Episode(
        episode.cause().alertname(),
        episode.severity().name(),
        (int) (episode.startMinute() - startMinute),
        end == null ? null : (Integer) (int) (end - startMinute),
        first == null ? null : (Integer) (int) first.longLookback().toMinutes(),
        first == null || first.shortLookback() == null
            ? null
            : (Integer) (int) first.shortLookback().toMinutes(),
        first == null ? null : first.burnLong(),
        first == null ? null : first.burnShort(),
        episode.budgetSpent());
  }

  /** Returns the rules for the engine. */
  static AlertRules rules(Rules rules) {
    return new AlertRules(
        rules.pairs().stream()
            .map(
                pair ->
                    new BurnRatePair(
                        BurnRatePair.Severity.valueOf(pair.severity()),
                        Duration.ofMinutes(pair.longMinutes()),
                        Duration.ofMinutes(pair.shortMinutes()),
                        new BigDecimal(pair.share())))
            .toList(),
        rules.conditions().stream()
            .map(
                condition ->
                    new BurnRateCondition(
                        BurnRatePair.Severity.valueOf(condition.severity()),
                        Operator.ofKey(condition.op()).orElseThrow(),
                        new BigDecimal(condition.threshold()),
                        Duration.ofMinutes(condition.minutes()),
                        Duration.ofMinutes(condition.after()),
                        triggers(condition)))
            .toList(),
        rules.trafficAware() ? AlertRules.Mode.TRAFFIC_AWARE : AlertRules.Mode.BURN_RATE,
        Duration.ofMinutes(rules.staleAfter()));
  }

  private static Set<Trigger> triggers(Condition condition) {
    return condition.noData() ? EnumSet.allOf(Trigger.class) : Set.of(Trigger.BREACHING);
  }
}
