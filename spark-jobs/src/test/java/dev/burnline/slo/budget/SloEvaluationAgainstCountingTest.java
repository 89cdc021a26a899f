package dev.burnline.slo.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.report.SloReport;
import dev.burnline.report.Window;
import dev.burnline.slo.Slo;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random minutes, evaluated and counted one by one. */
class SloEvaluationAgainstCountingTest {

  private static final List<String> TARGETS =
      List.of("0.5", "0.9", "0.95", "0.99", "0.999", "0.987654321012");

  private static final Map<String, Integer> LOOKBACKS =
      Map.of("5m", 5, "30m", 30, "1h", 60, "2h", 120, "6h", 360, "1d", 1440, "3d", 4320);

  @Test
  void everyFigureIsWhatCountingGives() {
    int forecasts = 0;
    int alerts = 0;
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      // A few over eight days, where the pairs of long windows hold.
      int days = seed % 20 == 0 ? 8 : 1 + random.nextInt(4);
      NaiveBudget naive = randomMinutes(random, days);
      Slo slo = Slos.slo(naive.target(), days + "d");
      int periodMinutes = 1 + random.nextInt(naive.end());
      SloEvaluation evaluation =
          new SloEvaluation(
              slo,
              series(naive, random),
              new Window(at(naive.end() - periodMinutes), at(naive.end()), ZoneOffset.UTC));
      List<Boolean> holding = holding(naive, days > 7);
      SloReport report =
          evaluation.report(holding.contains(true) ? AlertState.FIRING : AlertState.QUIET);

      assertThat(report.good()).isEqualTo(naive.goodOver(days * 1440));
      assertThat(report.total()).isEqualTo(naive.totalOver(days * 1440));
      assertThat(report.period().good()).isEqualTo(naive.goodOver(periodMinutes));
      assertThat(report.period().total()).isEqualTo(naive.totalOver(periodMinutes));
      assertThat(report.burnRates()).containsOnlyKeys(LOOKBACKS.keySet());
      LOOKBACKS.forEach(
          (name, minutes) ->
              assertThat(report.burnRates().get(name)).isEqualTo(naive.burnRate(minutes)));
      int ahead = naive.minutesToExhaustion();
      assertThat(report.exhaustionAt())
          .as("seed %d", seed)
          .isEqualTo(ahead < 0 ? null : at(naive.end() + ahead));
      assertThat(report.status()).isEqualTo(status(naive, ahead, holding));
      forecasts += ahead > 0 ? 1 : 0;
      alerts += holding.contains(true) ? 1 : 0;
    }
    assertThat(forecasts).as("cases with a forecast").isBetween(5, 55);
    assertThat(alerts).as("cases with an alert").isBetween(5, 55);
  }

  private static SloReport.Status status(NaiveBudget naive, int ahead, List<Boolean> holding) {
    if (!naive.hasEvents()) {
      return SloReport.Status.NO_DATA;
    }
    if (ahead == 0) {
      return SloReport.Status.EXHAUSTED;
    }
    return holding.contains(true) || (ahead > 0 && ahead <= 7 * 1440)
        ? SloReport.Status.BURNING
        : SloReport.Status.HEALTHY;
  }

  private static List<Boolean> holding(NaiveBudget naive, boolean isLong) {
    return List.of(
        naive.holds(60, 5, isLong ? "0.02" : "0.08"),
        naive.holds(360, 30, isLong ? "0.05" : "0.125"),
        naive.holds(1440, 120, isLong ? "0.1" : "0.2"),
        naive.holds(4320, 360, isLong ? "0.1" : "0.42"));
  }

  /** Traffic with quiet minutes, and failures that are rare, usual or in one burst. */
  private static NaiveBudget randomMinutes(Random random, int days) {
    int end = days * 1440 + random.nextInt(3 * 1440);
    String target = TARGETS.get(random.nextInt(TARGETS.size()));
    double allowance = 1 - Double.parseDouble(target);
    double failing = allowance * List.of(0.0, 0.3, 0.8, 1.2).get(random.nextInt(4));
    double rise = List.of(1.0, 1.5, 4.0).get(random.nextInt(3));
    int burstStart = end - random.nextInt(2000);
    int burstEnd = burstStart + random.nextInt(600);
    int busiest = 1 + random.nextInt(300);
    long[] good = new long[end];
    long[] total = new long[end];
    for (int minute = 0; minute < end; minute++) {
      total[minute] = random.nextInt(3) == 0 ? 0 : random.nextInt(busiest);
      boolean isLastDay = minute >= end - 1440;
      boolean isBurst = minute >= burstStart && minute < burstEnd;
      double share = isBurst ? failing * 8 : isLastDay ? failing * rise : failing;
      double bad = Math.min(1, share) * total[minute];
      good[minute] = total[minute] - (long) (bad + random.nextDouble());
    }
    return new NaiveBudget(good, total, target, days * 1440);
  }

  /** Adds the minutes in any order, some of them in two parts, and others after the end. */
  private static EventSeries series(NaiveBudget naive, Random random) {
    List<Integer> minutes = new ArrayList<>();
    for (int minute = 0; minute < naive.end(); minute++) {
      minutes.add(minute);
    }
    Collections.shuffle(minutes, random);
    EventSeries.Builder builder = EventSeries.builder().add(naive.end(), 3, 1000);
    for (int minute : minutes) {
      long part = naive.goodAt(minute) / 2;
      builder.add(minute, part, part);
      builder.add(minute, naive.goodAt(minute) - part, naive.totalAt(minute) - part);
    }
    return builder.build();
  }

  private static Instant at(int minute) {
    return Instant.ofEpochSecond(minute * 60L);
  }
}
