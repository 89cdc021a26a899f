package dev.burnline.slo.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.naive.Maintenance;
import dev.burnline.naive.NaiveFigures;
import dev.burnline.naive.NaiveUnits;
import dev.burnline.naive.NaiveWindow;
import dev.burnline.naive.RawEvent;
import dev.burnline.naive.Traffic;
import dev.burnline.naive.Traffic.Density;
import dev.burnline.naive.Traffic.Shape;
import dev.burnline.report.SloReport;
import dev.burnline.report.Window;
import dev.burnline.slo.BudgetingMethod;
import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.EmptySlices;
import dev.burnline.slo.Exclusion;
import dev.burnline.slo.Exclusions;
import dev.burnline.slo.Recurrence;
import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Forty days of raw events, in which European clocks are set back, evaluated by the engine and by
 * slow counting: every method, window, incident, density, with and without maintenance.
 */
class SloEvaluationAgainstNaiveTest {

  private static final int DAYS = 40;
  private static final Instant START = Instant.parse("2026-10-05T00:00:00Z");
  private static final long FIRST_MINUTE = START.getEpochSecond() / 60;
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId ST_JOHNS = ZoneId.of("America/St_Johns");

  private static final Map<String, Integer> LOOKBACKS =
      Map.of("5m", 5, "30m", 30, "1h", 60, "2h", 120, "6h", 360, "1d", 1440, "3d", 4320);

  /** A window for the engine and the same for the naive one. */
  private record BothWindows(TimeWindow engine, NaiveWindow naive) {}

  /** A method for the engine and the same for the naive one. */
  private record BothMethods(
      BudgetingMethod engine, EmptySlices empty, int slice, String sliceTarget) {

    NaiveUnits naive(NaiveUnits events) {
      return engine instanceof BudgetingMethod.Occurrences
          ? events
          : events.slices(slice, sliceTarget.isEmpty() ? null : sliceTarget, empty.key());
    }
  }

  private static List<BothWindows> windows() {
    return List.of(
        rolling(28),
        rolling(7),
        calendar("1M", LocalDateTime.of(2026, 8, 31, 0, 0), 1, ChronoUnit.MONTHS, ZoneOffset.UTC),
        calendar("1w", LocalDateTime.of(2026, 9, 27, 2, 30), 1, ChronoUnit.WEEKS, BERLIN),
        calendar("1Q", LocalDateTime.of(2026, 7, 1, 0, 0), 3, ChronoUnit.MONTHS, ST_JOHNS),
        calendar("3d", LocalDateTime.of(2026, 9, 30, 1, 45), 3, ChronoUnit.DAYS, ST_JOHNS));
  }

  private static BothWindows rolling(int days) {
    return new BothWindows(
        new TimeWindow.Rolling(duration(days + "d")), new NaiveWindow.LastDays(days));
  }

  private static BothWindows calendar(
      String duration, LocalDateTime first, int count, ChronoUnit unit, ZoneId zone) {
    return new BothWindows(
        new TimeWindow.Calendar(duration(duration), first, zone),
        new NaiveWindow.Civil(first, count, unit, zone));
  }

  private static List<BothMethods> methods() {
    return List.of(
        new BothMethods(new BudgetingMethod.Occurrences(), EmptySlices.EXCLUDED, 1, ""),
        timeslices("0.9", "1m", 1, EmptySlices.EXCLUDED),
        timeslices("0.75", "5m", 5, EmptySlices.BAD),
        timeslices("1.0", "1h", 60, EmptySlices.GOOD),
        ratioTimeslices("1m", 1, EmptySlices.GOOD),
        ratioTimeslices("2h", 120, EmptySlices.EXCLUDED));
  }

  private static BothMethods timeslices(
      String target, String length, int minutes, EmptySlices empty) {
    return new BothMethods(
        new BudgetingMethod.Timeslices(new BigDecimal(target), duration(length)),
        empty,
        minutes,
        target);
  }

  private static BothMethods ratioTimeslices(String length, int minutes, EmptySlices empty) {
    return new BothMethods(
        new BudgetingMethod.RatioTimeslices(duration(length)), empty, minutes, "");
  }

  private static DurationShorthand duration(String text) {
    return DurationShorthand.parse(text).orElseThrow();
  }

  /** Sunday nights in Berlin, the one in which clocks change among them, and an hour by day. */
  private static final List<Maintenance> MAINTENANCE =
      List.of(
          new Maintenance(LocalDateTime.of(2026, 10, 4, 2, 30), 7, 90, BERLIN),
          new Maintenance(LocalDateTime.of(2026, 10, 24, 21, 10), 0, 55, ZoneOffset.UTC));

  private static final Exclusions EXCLUSIONS =
      new Exclusions(
          List.of(
              new Exclusion.Recurring(
                  Recurrence.of(
                      "FREQ=WEEKLY;BYDAY=SU", LocalDateTime.of(2026, 10, 4, 2, 30), BERLIN),
                  Duration.ofMinutes(90),
                  BERLIN),
              new Exclusion.Once(
                  Instant.parse("2026-10-24T21:10:00Z"), Instant.parse("2026-10-24T22:05:00Z"))));

  @Test
  void everyFigureIsWhatCountingGives() {
    Random random = new Random(11);
    int forecasts = 0;
    for (Shape shape : Shape.values()) {
      for (Density density : Density.values()) {
        List<RawEvent> events = Traffic.of(shape, density, 7, START, DAYS);
        EventSeries series = series(events);
        NaiveUnits all = NaiveUnits.events(events, FIRST_MINUTE, DAYS * 1440, List.of());
        NaiveUnits fewer = NaiveUnits.events(events, FIRST_MINUTE, DAYS * 1440, MAINTENANCE);
        for (BothMethods method : methods()) {
          NaiveUnits ofAll = method.naive(all);
          NaiveUnits ofFewer = method.naive(fewer);
          for (BothWindows windows : windows()) {
            boolean isMaintained = random.nextBoolean();
            Slo slo =
                Slos.slo(
                    density == Density.DENSE ? "0.999" : "0.95",
                    windows.engine(),
                    method.engine(),
                    method.empty(),
                    isMaintained ? EXCLUSIONS : Exclusions.NONE);
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
      long minute = FIRST_MINUTE + (20 + 9L * i) * 1440 + random.nextInt(3 * 1440);
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

  private static EventSeries series(List<RawEvent> events) {
    EventSeries.Builder series = EventSeries.builder();
    events.forEach(
        event ->
            series.add(Math.floorDiv(event.at().toEpochMilli(), 60_000L), event.good() ? 1 : 0, 1));
    return series.build();
  }

  private static Instant at(long minute) {
    return Instant.ofEpochSecond(minute * 60);
  }
}
