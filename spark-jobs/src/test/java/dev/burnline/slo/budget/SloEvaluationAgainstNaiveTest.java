package dev.burnline.slo.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.naive.NaiveFigures;
import dev.burnline.naive.NaiveUnits;
import dev.burnline.naive.NaiveWindow;
import dev.burnline.naive.RawEvent;
import dev.burnline.naive.Traffic;
import dev.burnline.naive.Traffic.Density;
import dev.burnline.naive.Traffic.Shape;
import dev.burnline.report.SloReport;
import dev.burnline.report.Window;
import dev.burnline.slo.Exclusions;
import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Forty days of raw events, in which European clocks are set back, evaluated by the engine and by
 * slow counting: every method, window, incident, density, with and without maintenance.
 */
class SloEvaluationAgainstNaiveTest {

  private static final Map<String, Integer> LOOKBACKS =
      Map.of("5m", 5, "30m", 30, "1h", 60, "2h", 120, "6h", 360, "1d", 1440, "3d", 4320);

  @Test
  void everyFigureIsWhatCountingGives() {
    Random random = new Random(11);
    int forecasts = 0;
    for (Shape shape : Shape.values()) {
      for (Density density : Density.values()) {
        List<RawEvent> events = Traffic.of(shape, density, 7, BothWays.START, BothWays.DAYS);
        EventSeries series = BothWays.series(events);
        NaiveUnits all =
            NaiveUnits.events(events, BothWays.FIRST_MINUTE, BothWays.DAYS * 1440, List.of());
        NaiveUnits fewer =
            NaiveUnits.events(
                events, BothWays.FIRST_MINUTE, BothWays.DAYS * 1440, BothWays.MAINTENANCE);
        for (BothWays.Method method : BothWays.methods()) {
          NaiveUnits ofAll = method.naive(all);
          NaiveUnits ofFewer = method.naive(fewer);
          for (BothWays.Window windows : BothWays.windows()) {
            boolean isMaintained = random.nextBoolean();
            Slo slo =
                Slos.slo(
                    density == Density.DENSE ? "0.999" : "0.95",
                    windows.engine(),
                    method.engine(),
                    method.empty(),
                    isMaintained ? BothWays.EXCLUSIONS : Exclusions.NONE);
            NaiveUnits units = isMaintained ? ofFewer : ofAll;
            forecasts += compare(slo, series, units, windows.naive(), random);
          }
        }
      }
    }
    assertThat(forecasts).as("forecasts of an exhaustion to come").isGreaterThan(10);
  }

  private static int compare(
      Slo slo, EventSeries series, NaiveUnits units, NaiveWindow window, Random random) {
    int forecasts = 0;
    for (int i = 0; i < 2; i++) {
      // In the midst of the incident's days, soon after and much later.
      long minute = BothWays.FIRST_MINUTE + (20 + 9L * i) * 1440 + random.nextInt(3 * 1440);
      NaiveFigures naive = new NaiveFigures(units, window, slo.target().toPlainString(), minute);
      SloReport report =
          new SloEvaluation(slo, series, new Window(at(minute - 100), at(minute), ZoneOffset.UTC))
              .report();
      String where = "%s at %s".formatted(slo, at(minute));

      assertThat(report.window().start()).as(where).isEqualTo(at(naive.start()));
      assertThat(report.window().end()).as(where).isEqualTo(at(naive.end()));
      assertThat(report.good()).as(where).isEqualTo(naive.good());
      assertThat(report.total()).as(where).isEqualTo(naive.total());
      assertThat(report.sli()).as(where).isEqualTo(naive.sli());
      assertThat(report.period().total()).isEqualTo(units.total(minute - 100, minute));
      assertThat(report.period().good()).isEqualTo(units.good(minute - 100, minute));
      LOOKBACKS.forEach(
          (name, minutes) ->
              assertThat(report.burnRates().get(name))
                  .as(where + name)
                  .isEqualTo(naive.burnRate(minutes)));
      compareBudget(report.budget(), naive, where, slo.window() instanceof TimeWindow.Calendar);
      // A forecast is slow to count.
      if (i == 0) {
        forecasts += compareExhaustion(report, naive, minute, where);
      }
    }
    return forecasts;
  }

  private static int compareExhaustion(
      SloReport report, NaiveFigures naive, long minute, String where) {
    Long exhaustion = naive.exhaustion();
    assertThat(report.exhaustionAt())
        .as(where)
        .isEqualTo(exhaustion == null ? null : at(exhaustion));
    return exhaustion != null && exhaustion > minute ? 1 : 0;
  }

  private static void compareBudget(
      SloReport.Budget budget, NaiveFigures naive, String where, boolean isCalendar) {
    if (naive.total() == 0) {
      assertThat(budget).as(where).isNull();
      return;
    }
    assertThat(budget)
        .as(where)
        .isEqualTo(
            new SloReport.Budget(
                naive.budget(),
                naive.total() - naive.good(),
                naive.consumedRatio(),
                naive.remainingRatio(),
                naive.minutesRemaining(),
                isCalendar ? naive.projectedBudget() : null));
  }

  private static Instant at(long minute) {
    return Instant.ofEpochSecond(minute * 60);
  }
}
