package dev.burnline.slo.prometheus;

import dev.burnline.scan.LogField;
import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.Slo;
import dev.burnline.slo.alert.BurnRatePair;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rules of one SLO, as maps and lists that a YAML library writes. */
final class SloRules {

  private static final String SERVICE = "service";
  private static final Duration A_DAY = Duration.ofDays(1);

  private final Slo slo;
  private final Duration window;
  private final Indicator indicator;
  private final List<BurnRatePair> pairs;
  private final @Nullable Duration staleAfter;

  /**
   * Creates the rules.
   *
   * @param pairs those that can fire
   * @param staleAfter shorter than the window; null without an alert about missing data
   */
  SloRules(
      Slo slo,
      Duration window,
      Indicator indicator,
      List<BurnRatePair> pairs,
      @Nullable Duration staleAfter) {
    this.slo = slo;
    this.window = window;
    this.indicator = indicator;
    this.pairs = pairs;
    this.staleAfter = staleAfter;
  }

  /** Returns the rule group; its rules are evaluated in order, every whole minute. */
  Map<String, Object> group() {
    List<Object> rules = new ArrayList<>();
    Series series = Series.of(slo.name());
    lookbacks().forEach(lookback -> addCounts(rules, series, SERVICE, lookback));
    addObjective(rules);
    addBudget(rules, series);
    new AlertingRules(slo, window, pairs, staleAfter).addTo(rules);
    return group("burnline/" + slo.name(), rules);
  }

  /**
   * Returns the rules of what the SLO is grouped by, a group of rules for each field. They record
   * the budget of every value; alerts are about all events.
   */
  List<Map<String, Object>> groupedBy() {
    List<Map<String, Object>> groups = new ArrayList<>();
    for (LogField field : slo.groupBy()) {
      List<Object> rules = new ArrayList<>();
      Series series = Series.by(slo.name(), field);
      for (Duration lookback : new TreeSet<>(List.of(Series.CURRENT, A_DAY, window))) {
        addCounts(rules, series, SERVICE + ", " + field.key(), lookback);
      }
      addBudget(rules, series);
      groups.add(group("burnline/" + slo.name() + " by " + field.key(), rules));
    }
    return groups;
  }

  private static Map<String, Object> group(String name, List<Object> rules) {
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("name", name);
    group.put("interval", "1m");
    group.put("rules", rules);
    return group;
  }

  private SortedSet<Duration> lookbacks() {
    SortedSet<Duration> lookbacks = new TreeSet<>();
    for (BurnRatePair pair : pairs) {
      lookbacks.add(pair.longLookback());
      lookbacks.add(pair.shortLookback());
    }
    lookbacks.add(Series.CURRENT);
    if (staleAfter != null) {
      lookbacks.add(staleAfter);
    }
    lookbacks.add(window);
    return lookbacks;
  }

  private void addCounts(List<Object> rules, Series series, String by, Duration length) {
    String lookback = DurationShorthand.of(length).toString();
    rules.add(record(series.totalName(lookback), indicator.total(lookback, by)));
    rules.add(
        record(series.errorName(lookback), indicator.bad(lookback, by, series.total(lookback))));
    rules.add(
        record(
            series.ratioName(lookback),
            "%s\n/ (%s > 0)".formatted(series.error(lookback), series.total(lookback))));
  }

  private void addObjective(List<Object> rules) {
    rules.add(record("slo:objective:ratio", vector(slo.target())));
    rules.add(record("slo:error_budget:ratio", vector(slo.allowance())));
    rules.add(record("slo:time_period:days", "vector(%s)".formatted(window.toDays())));
  }

  private void addBudget(List<Object> rules, Series series) {
    String divided = " / " + plain(slo.allowance());
    rules.add(
        record(
            series.name("current_burn_rate", "ratio"),
            series.ratio(DurationShorthand.of(Series.CURRENT).toString()) + divided));
    String period = series.ratio(DurationShorthand.of(window).toString()) + divided;
    rules.add(record(series.name("period_burn_rate", "ratio"), period));
    rules.add(record(series.name("period_error_budget_remaining", "ratio"), "1 - " + period));
  }

  private Map<String, Object> record(String name, String expression) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("record", name);
    rule.put("expr", expression);
    rule.put("labels", Map.of("slo", slo.name()));
    return rule;
  }

  private static String vector(BigDecimal value) {
    return "vector(%s)".formatted(plain(value));
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
