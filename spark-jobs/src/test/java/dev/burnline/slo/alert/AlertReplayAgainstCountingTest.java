package dev.burnline.slo.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.naive.NaiveAlerts;
import dev.burnline.naive.NaiveAlerts.Condition;
import dev.burnline.naive.NaiveAlerts.Pair;
import dev.burnline.naive.NaiveAlerts.Rules;
import dev.burnline.naive.RawEvent;
import dev.burnline.naive.Traffic;
import dev.burnline.naive.Traffic.Density;
import dev.burnline.naive.Traffic.Shape;
import dev.burnline.slo.LowTrafficGuard;
import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.EventSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Forty days, replayed and looked at minute by minute: the episodes are the same to the digit. */
class AlertReplayAgainstCountingTest {

  private static final Instant START = Instant.parse("2026-10-14T00:00:00Z");
  private static final long START_MINUTE = START.getEpochSecond() / 60;
  private static final int DAYS = 40;
  private static final int END = DAYS * 1440;

  private static final List<Pair> MONTH =
      List.of(
          new Pair("PAGE", 60, 5, "0.02"),
          new Pair("PAGE", 360, 30, "0.05"),
          new Pair("TICKET", 1440, 120, "0.1"),
          new Pair("TICKET", 4320, 360, "0.1"));

  private static final List<Pair> WEEK =
      List.of(
          new Pair("PAGE", 60, 5, "0.08"),
          new Pair("PAGE", 360, 30, "0.125"),
          new Pair("TICKET", 1440, 120, "0.2"),
          new Pair("TICKET", 4320, 360, "0.42"));

  private static final List<Condition> CONDITIONS =
      List.of(
          new Condition("PAGE", "gte", "14.4", 60, 5, false),
          new Condition("PAGE", "gt", "6", 30, 0, false),
          new Condition("TICKET", "gt", "2", 360, 90, true),
          new Condition("TICKET", "lte", "0", 2880, 1440, false));

  static Stream<Arguments> traffic() {
    return Stream.of(Shape.values())
        .flatMap(shape -> Stream.of(Density.values()).map(density -> Arguments.of(shape, density)));
  }

  @ParameterizedTest
  @MethodSource("traffic")
  void pairsFireAndResolveWhereCountingSaysSo(Shape shape, Density density) {
    Counts counts = Counts.of(shape, density, 1);
    compare(counts, new Rules("0.999", MONTH, List.of(), false, 1, 1, 360), 30);
    compare(counts, new Rules("0.99", WEEK, List.of(), false, 20, 3, 90), 7);
  }

  @ParameterizedTest
  @MethodSource("traffic")
  void conditionsWaitAsLongAsTheyShould(Shape shape, Density density) {
    Counts counts = Counts.of(shape, density, 2);
    compare(counts, new Rules("0.995", List.of(), CONDITIONS, false, 1, 1, 360), 28);
    compare(counts, new Rules("0.995", MONTH.subList(0, 1), CONDITIONS, false, 10, 2, 360), 28);
  }

  @Test
  void trafficAwareAlertsWeighBadEventsByTheWindowsBudget() {
    for (Shape shape : Shape.values()) {
      for (Density density : Density.values()) {
        Counts counts = Counts.of(shape, density, 3);
        compare(counts, new Rules("0.999", MONTH, List.of(), true, 1, 1, 360), 30);
      }
    }
  }

  @Test
  void theTrafficMakesAlertsOfEveryKind() {
    Rules rules = new Rules("0.999", MONTH, List.of(), false, 1, 1, 360);
    Set<String> alerts = new TreeSet<>();
    for (Density density : Density.values()) {
      Counts counts = Counts.of(Shape.SPIKE, density, 1);
      naive(counts, rules, 30)
          .forEach(
              each ->
                  alerts.add(
                      "%s %s %s %s"
                          .formatted(
                              density,
                              each.alert(),
                              each.severity(),
                              each.end() == null ? "firing" : "resolved")));
    }

    assertThat(alerts)
        .contains(
            "DENSE SLOBudgetBurn PAGE resolved",
            "DENSE SLOBudgetBurn TICKET resolved",
            "SPARSE SLOBudgetBurn PAGE resolved",
            "SPARSE SLOBudgetBurn TICKET resolved",
            "SPARSE SLODataStale TICKET resolved");
  }

  private static List<NaiveAlerts.Episode> naive(Counts counts, Rules rules, int windowDays) {
    int length = windowDays * 1440;
    return new NaiveAlerts(
            rules, counts.good, counts.total, counts.total, t -> t - length, t -> length)
        .episodes();
  }

  private static void compare(Counts counts, Rules rules, int windowDays) {
    List<NaiveAlerts.Episode> expected = naive(counts, rules, windowDays);
    Slo slo =
        AlertSlos.slo(
            rules.target(),
            windowDays,
            new LowTrafficGuard(rules.minEvents(), rules.minFailures()));
    EventSeries series = counts.series();
    List<AlertEpisode> actual =
        new AlertReplay(slo, BothAlerts.rules(rules), BudgetWindow.rolling(windowDays * 1440L))
            .episodes(series, series, START_MINUTE + 1, START_MINUTE + END);

    assertThat(BothAlerts.of(actual, START_MINUTE)).isEqualTo(BothAlerts.sorted(expected));
  }

  /** Events by minute from the start. */
  private static final class Counts {

    private final long[] good = new long[END];
    private final long[] total = new long[END];

    static Counts of(Shape shape, Density density, long seed) {
      Counts counts = new Counts();
      for (RawEvent event : Traffic.of(shape, density, seed, START, DAYS)) {
        int minute = (int) Duration.between(START, event.at()).toMinutes();
        counts.total[minute]++;
        counts.good[minute] += event.good() ? 1 : 0;
      }
      return counts;
    }

    EventSeries series() {
      EventSeries.Builder series = EventSeries.builder();
      for (int minute = 0; minute < END; minute++) {
        series.add(START_MINUTE + minute, good[minute], total[minute]);
      }
      return series.build();
    }
  }
}
