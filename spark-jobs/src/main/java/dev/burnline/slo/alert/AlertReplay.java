package dev.burnline.slo.alert;

import static java.util.Objects.requireNonNull;

import dev.burnline.slo.BudgetingMethod;
import dev.burnline.slo.LowTrafficGuard;
import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.EventSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Evaluates the alerts of an SLO at every whole minute, as a monitoring system does that never
 * sleeps.
 *
 * <p>At minute t a lookback w is [t - w, t). A rule with a lookback without events stays as it was.
 * A severity fires at the first minute at which one of its rules holds and resolves at the first
 * later one at which none does. Nothing fires before the first event.
 */
public final class AlertReplay {

  /** A slice of RatioTimeslices counts this many units. */
  private static final long UNITS_OF_A_RATIO_SLICE = 1_000_000_000;

  private final Slo slo;
  private final AlertRules rules;
  private final BudgetWindow window;

  /** Creates the replay of an SLO's alerts. */
  public AlertReplay(Slo slo, AlertRules rules, BudgetWindow window) {
    this.slo = requireNonNull(slo, "slo is null");
    this.rules = requireNonNull(rules, "rules is null");
    this.window = requireNonNull(window, "window is null");
  }

  /**
   * Replays. What the rules would have held before the first minute is not known, so it should lie
   * a longest lookback after the start of the series, or before the first event there ever was.
   *
   * @param units what the budget counts: events, slices or parts of slices, by minute
   * @param events the events as they came, by which data are stale or not
   * @param fromMinute the first evaluated minute
   * @param toMinute the last evaluated minute; what comes at it or after is not seen
   * @return the episodes by start, then burns before stale data, then pages before tickets
   */
  public List<AlertEpisode> episodes(
      EventSeries units, EventSeries events, long fromMinute, long toMinute) {
    List<AlertEpisode> episodes = new ArrayList<>(burns(units, fromMinute, toMinute));
    episodes.addAll(StaleData.episodes(events, rules.staleAfter(), fromMinute, toMinute));
    episodes.sort(
        Comparator.comparingLong(AlertEpisode::startMinute)
            .thenComparing(AlertEpisode::cause)
            .thenComparing(AlertEpisode::severity));
    return List.copyOf(episodes);
  }

  private List<AlertEpisode> burns(EventSeries units, long fromMinute, long toMinute) {
    Lookbacks lookbacks = new Lookbacks(units);
    RuleState[] states = states(lookbacks);
    if (states.length == 0 || units.size() == 0) {
      return List.of();
    }
    List<SeverityEpisodes> severities = new ArrayList<>();
    for (BurnRatePair.Severity severity : BurnRatePair.Severity.values()) {
      severities.add(new SeverityEpisodes(severity, List.of(states), window));
    }
    long minute = Math.max(fromMinute, units.minuteAt(0) + 1);
    while (minute <= toMinute) {
      lookbacks.moveTo(minute);
      for (RuleState state : states) {
        state.step();
      }
      for (int i = 0; i < severities.size(); i++) {
        severities.get(i).step(lookbacks);
      }
      minute = nextChange(lookbacks, states);
    }
    lookbacks.moveTo(toMinute);
    return severities.stream().flatMap(each -> each.upToNow(lookbacks).stream()).toList();
  }

  private static long nextChange(Lookbacks lookbacks, RuleState[] states) {
    long nextMinute = lookbacks.now() + 1;
    long next = lookbacks.nextChange();
    for (int i = 0; i < states.length && next > nextMinute; i++) {
      next = Math.min(next, states[i].nextChange());
    }
    return next;
  }

  private RuleState[] states(Lookbacks lookbacks) {
    LowTrafficGuard guard = guardInUnits();
    List<RuleState> states = new ArrayList<>();
    for (BurnRatePair pair : rules.pairs()) {
      PairLimit limit = PairLimit.of(rules.mode(), slo, pair, window);
      states.add(new PairState(slo, pair, guard, limit, lookbacks));
    }
    for (BurnRateCondition condition : rules.conditions()) {
      states.add(new ConditionState(slo, condition, guard, lookbacks));
    }
    return states.toArray(RuleState[]::new);
  }

  private LowTrafficGuard guardInUnits() {
    LowTrafficGuard guard = slo.lowTraffic();
    return slo.budgetingMethod() instanceof BudgetingMethod.RatioTimeslices
        ? new LowTrafficGuard(inUnits(guard.minEvents()), inUnits(guard.minFailures()))
        : guard;
  }

  /**
   * One is any, also a part of a slice: a guard that nobody asked for must not hold alerts back.
   */
  private static long inUnits(long slices) {
    if (slices == 1) {
      return 1;
    }
    return slices > Long.MAX_VALUE / UNITS_OF_A_RATIO_SLICE
        ? Long.MAX_VALUE
        : slices * UNITS_OF_A_RATIO_SLICE;
  }
}
