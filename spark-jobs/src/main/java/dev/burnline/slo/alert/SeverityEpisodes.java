package dev.burnline.slo.alert;

import dev.burnline.slo.alert.AlertEpisode.Cause;
import dev.burnline.slo.budget.Events;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of one severity, which make one alert together, and its episodes. */
final class SeverityEpisodes {

  private final BurnRatePair.Severity severity;
  private final List<RuleState> rules;
  private final BudgetWindow window;
  private final List<AlertEpisode> closed = new ArrayList<>();
  private @Nullable HeldAlert first;
  private long startMinute;

  SeverityEpisodes(BurnRatePair.Severity severity, List<RuleState> rules, BudgetWindow window) {
    this.severity = severity;
    this.rules = rules.stream().filter(rule -> rule.severity() == severity).toList();
    this.window = window;
  }

  /** Takes in the minute that the rules are at. */
  void step(Lookbacks lookbacks) {
    RuleState holding = holding();
    if (holding != null && first == null) {
      first = holding.held();
      startMinute = lookbacks.now();
    } else if (holding == null && first != null) {
      closed.add(episode(first, lookbacks.now(), lookbacks));
      first = null;
    }
  }

  private @Nullable RuleState holding() {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).holds()) {
        return rules.get(i);
      }
    }
    return null;
  }

  /** Returns the episodes up to the last minute, where the lookbacks are. */
  List<AlertEpisode> upToNow(Lookbacks lookbacks) {
    List<AlertEpisode> all = new ArrayList<>(closed);
    if (first != null) {
      all.add(episode(first, null, lookbacks));
    }
    return all;
  }

  private AlertEpisode episode(HeldAlert held, @Nullable Long endMinute, Lookbacks lookbacks) {
    return new AlertEpisode(
        Cause.BUDGET_BURN,
        severity,
        startMinute,
        endMinute,
        held,
        spent(startMinute - held.longLookback().toMinutes(), lookbacks));
  }

  /**
   * Returns bad events since a minute over the budget of the whole window, to which a calendar
   * window that is not over yet is extended as it went so far; null without events.
   */
  private @Nullable Double spent(long fromMinute, Lookbacks lookbacks) {
    long now = lookbacks.now();
    Events ofWindow = lookbacks.since(window.startAt(now));
    if (ofWindow.total() == 0) {
      return null;
    }
    BigDecimal bad = BigDecimal.valueOf(lookbacks.since(fromMinute).bad());
    BigDecimal budget =
        rules
            .get(0)
            .slo()
            .allowance()
            .multiply(BigDecimal.valueOf(ofWindow.total()))
            .multiply(BigDecimal.valueOf(window.lengthAt(now)));
    return bad.multiply(BigDecimal.valueOf(now - window.startAt(now)))
        .divide(budget, MathContext.DECIMAL128)
        .doubleValue();
  }
}
