package dev.burnline.slo.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.naive.NaiveAlerts;
import dev.burnline.naive.NaiveAlerts.Pair;
import dev.burnline.naive.NaiveAlerts.Rules;
import dev.burnline.naive.NaiveUnits;
import dev.burnline.naive.RawEvent;
import dev.burnline.naive.Traffic;
import dev.burnline.naive.Traffic.Density;
import dev.burnline.naive.Traffic.Shape;
import dev.burnline.slo.Exclusions;
import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.BothWays;
import dev.burnline.slo.budget.BudgetSeries;
import dev.burnline.slo.budget.EventSeries;
import dev.burnline.slo.budget.Slos;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Forty days, replayed and looked at minute by minute, for every budgeting method over rolling and
 * calendar windows in three zones: the episodes are the same to the digit.
 */
class AlertReplayOfSlicesAndCalendarsTest {

  private static final int MINUTES = BothWays.DAYS * 1440;
  private static final long END = BothWays.FIRST_MINUTE + MINUTES;

  private static final List<Pair> PAIRS =
      List.of(
          new Pair("PAGE", 60, 5, "0.02"),
          new Pair("PAGE", 360, 30, "0.05"),
          new Pair("TICKET", 1440, 120, "0.1"),
          new Pair("TICKET", 4320, 360, "0.1"));

  @Test
  void episodesOfEveryMethodAndWindowAreWhatCountingGives() {
    Set<String> kinds = new TreeSet<>();
    List<Shape> shapes = List.of(Shape.values());
    for (int i = 0; i < shapes.size(); i++) {
      kinds.addAll(compare(shapes.get(i), i));
    }
    for (String method : List.of("Occurrences", "Timeslices", "RatioTimeslices")) {
      assertThat(kinds)
          .contains(
              method + " Rolling SLOBudgetBurn PAGE",
              method + " Calendar SLOBudgetBurn PAGE",
              method + " Calendar SLOBudgetBurn TICKET");
    }
  }

  /** Each method with another window and density in turn. */
  private static Set<String> compare(Shape shape, int first) {
    Set<String> kinds = new TreeSet<>();
    List<BothWays.Method> methods = BothWays.methods();
    for (int i = 0; i < methods.size(); i++) {
      int turn = first + i;
      Density density = turn / 2 % 2 == 0 ? Density.DENSE : Density.SPARSE;
      BothWays.Method method = methods.get(i);
      BothWays.Window window = BothWays.windows().get(turn % BothWays.windows().size());
      List<RawEvent> events = Traffic.of(shape, density, 5, BothWays.START, BothWays.DAYS);
      compare(method, window, events, turn % 3 == 0)
          .forEach(
              episode ->
                  kinds.add(
                      "%s %s %s %s"
                          .formatted(
                              method.engine().name(),
                              window.engine().getClass().getSimpleName(),
                              episode.alert(),
                              episode.severity())));
    }
    return kinds;
  }

  private static List<NaiveAlerts.Episode> compare(
      BothWays.Method method, BothWays.Window window, List<RawEvent> raw, boolean isMaintained) {
    NaiveUnits counted = NaiveUnits.events(raw, BothWays.FIRST_MINUTE, MINUTES, List.of());
    NaiveUnits units =
        method.naive(
            isMaintained
                ? NaiveUnits.events(raw, BothWays.FIRST_MINUTE, MINUTES, BothWays.MAINTENANCE)
                : counted);
    EventSeries events = BothWays.series(raw);
    Rules rules = new Rules("0.99", PAIRS, List.of(), false, 1, 1, 360);
    Slo slo =
        Slos.slo(
            rules.target(),
            window.engine(),
            method.engine(),
            method.empty(),
            isMaintained ? BothWays.EXCLUSIONS : Exclusions.NONE);
    List<NaiveAlerts.Episode> expected =
        new NaiveAlerts(
                rules,
                units.good(),
                units.total(),
                counted.total(),
                t ->
                    (int) (window.naive().start(BothWays.FIRST_MINUTE + t) - BothWays.FIRST_MINUTE),
                t -> length(window, t))
            .episodes();
    EventSeries series = BudgetSeries.of(slo, events, BothWays.FIRST_MINUTE, END);
    List<AlertEpisode> actual =
        new AlertReplay(slo, BothAlerts.rules(rules), BudgetWindow.of(slo.window()))
            .episodes(series, events, BothWays.FIRST_MINUTE + 1, END);

    assertThat(BothAlerts.of(actual, BothWays.FIRST_MINUTE))
        .as("%s", slo)
        .isEqualTo(BothAlerts.sorted(expected));
    return expected;
  }

  private static int length(BothWays.Window window, int t) {
    long at = BothWays.FIRST_MINUTE + t;
    return (int) (window.naive().end(at) - window.naive().start(at));
  }
}
