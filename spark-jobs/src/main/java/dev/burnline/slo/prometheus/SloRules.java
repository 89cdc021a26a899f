package dev.burnline.slo.prometheus;

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

/** The rules of one SLO, as maps and lists that a YAML library writes. */
final class SloRules {

  private final Slo slo;
  private final Duration window;
  private final Indicator indicator;
  private final List<BurnRatePair> pairs;
  private final Duration staleAfter;

  /**
   * Creates the rules.
   *
   * @param pairs those that can fire
   */
  SloRules(
      Slo slo,
      Duration window,
      Indicator indicator,
      List<BurnRatePair> pairs,
      Duration staleAfter) {
    this.slo = slo;
    this.window = window;
    this.indicator = indicator;
    this.pairs = pairs;
    this.staleAfter = staleAfter;
  }

  /** Returns the rule group; its rules are evaluated in order, every whole minute. */
  Map<String, Object> group() {
    List<Object> rules = new ArrayList<>();
    Series series = new Series(slo.name());
    lookbacks()
        .forEach(lookback -> addCounts(rules, series, DurationShorthand.of(lookback).toString()));
    addBudget(rules, series);
    new AlertingRules(slo, window, pairs, staleAfter).addTo(rules);
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("name", "burnline/" + slo.name());
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
    lookbacks.add(staleAfter);
    lookbacks.add(window);
    return lookbacks;
  }

  private void addCounts(List<Object> rules, Series series, String lookback) {
    rules.add(record("slo:sli_total:increase" + lookback, indicator.total(lookback)));
    rules.add(
        record(
            "slo:sli_error:increase" + lookback, indicator.bad(lookback, series.total(lookback))));
    rules.add(
        record(
            "slo:sli_error:ratio_rate" + lookback,
            "%s\n/ (%s > 0)".formatted(series.error(lookback), series.total(lookback))));
  }

  private void addBudget(List<Object> rules, Series series) {
    BigDecimal allowance = slo.allowance();
    rules.add(record("slo:objective:ratio", vector(slo.target())));
    rules.add(record("slo:error_budget:ratio", vector(allowance)));
    rules.add(record("slo:time_period:days", "vector(%s)".formatted(window.toDays())));
    String divided = " / " + plain(allowance);
    rules.add(
        record(
            "slo:current_burn_rate:ratio",
            series.ratio(DurationShorthand.of(Series.CURRENT).toString()) + divided));
    String period = series.ratio(DurationShorthand.of(window).toString()) + divided;
    rules.add(record("slo:period_burn_rate:ratio", period));
    rules.add(record("slo:period_error_budget_remaining:ratio", "1 - " + period));
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
