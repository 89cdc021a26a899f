package dev.burnline.slo.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.report.SloReport;
import dev.burnline.report.SloReport.Status;
import dev.burnline.report.Window;
import dev.burnline.slo.BudgetingMethod;
import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.EmptySlices;
import dev.burnline.slo.Exclusion;
import dev.burnline.slo.Exclusions;
import dev.burnline.slo.LowTrafficGuard;
import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import dev.burnline.slo.alert.AlertEpisode;
import dev.burnline.slo.alert.AlertReplay;
import dev.burnline.slo.alert.AlertRules;
import dev.burnline.slo.alert.BudgetWindow;
import dev.burnline.slo.alert.Pairs;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** November 2026 after ten of its thirty days, worked out by hand. */
class CalendarEvaluationTest {

  private static final Instant END = Instant.parse("2026-11-11T00:00:00Z");
  private static final long END_MINUTE = END.getEpochSecond() / 60;
  private static final long MONTH_START = END_MINUTE - 10 * 1440;
  private static final TimeWindow MONTH =
      new TimeWindow.Calendar(
          DurationShorthand.parse("1M").orElseThrow(),
          LocalDateTime.of(2026, 1, 1, 0, 0),
          ZoneOffset.UTC);

  private static SloReport evaluate(Slo slo, EventSeries.Builder series) {
    Window day = new Window(END.minus(Duration.ofDays(1)), END, ZoneOffset.UTC);
    return new SloEvaluation(slo, series.build(), day).report();
  }

  private static Slo slo(String target, BudgetingMethod method, Exclusions exclusions) {
    return Slos.slo(target, MONTH, method, EmptySlices.EXCLUDED, exclusions);
  }

  private static Slo occurrences(String target) {
    return slo(target, new BudgetingMethod.Occurrences(), Exclusions.NONE);
  }

  @Test
  void theBudgetGrowsWithTheMonthAndItsProjectionIsThatOfThirtyDays() {
    SloReport report =
        evaluate(
            occurrences("0.99"),
            EventSeries.builder()
                .add(MONTH_START - 1, 0, 500)
                .add(MONTH_START, 970, 1000)
                .add(MONTH_START + 5 * 1440, 9000, 9000));

    assertThat(report.window())
        .isEqualTo(
            new SloReport.SloWindow(
                Instant.parse("2026-11-01T00:00:00Z"),
                Instant.parse("2026-12-01T00:00:00Z"),
                "calendar",
                "1M"));
    assertThat(report.total()).isEqualTo(10_000);
    // 70 % of 1 % of 43 200 minutes are left.
    assertThat(report.budget()).isEqualTo(new SloReport.Budget(100, 30, 0.3, 0.7, 302.4, 300.0));
    assertThat(report.raw()).isNull();
  }

  @Test
  void nothingExpiresUntilTheMonthEnds() {
    // 100 events a minute allow 1440 bad ones a day at 99 %. Ten days have 14 400, of which a bad
    // first day took 12 960. A last day at twice the allowance leaves 1440 and burns 1440 a day
    // more than it allows.
    EventSeries.Builder series = EventSeries.builder();
    for (long minute = MONTH_START; minute < END_MINUTE; minute++) {
      boolean isFirstDay = minute < MONTH_START + 1440;
      boolean isLastDay = minute >= END_MINUTE - 1440;
      series.add(minute, isFirstDay ? 93 : isLastDay ? 98 : 100, 100);
    }

    SloReport report = evaluate(occurrences("0.99"), series);

    assertThat(report.bad()).isEqualTo(7 * 1440 + 2 * 1440);
    assertThat(report.exhaustionAt()).isEqualTo(END.plus(Duration.ofDays(1)));
  }

  @Test
  void anExhaustionAfterTheMonthsEndIsNone() {
    EventSeries.Builder series = EventSeries.builder();
    for (long minute = MONTH_START; minute < END_MINUTE; minute++) {
      // One in 100 allowed; the last day has two, and ten free days last twenty more at the end.
      series.add(minute, minute < END_MINUTE - 1440 ? 100 : 98, 100);
    }
    // 14 400 allowed less 2880, at 1440 a day: eight days.
    assertThat(evaluate(occurrences("0.99"), series).exhaustionAt())
        .isEqualTo(Instant.parse("2026-11-19T00:00:00Z"));
    // 17 280 more allowed: twenty days, the last minute of the month.
    series.add(MONTH_START, 1_728_000, 1_728_000);
    assertThat(evaluate(occurrences("0.99"), series).exhaustionAt())
        .isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
    series.add(MONTH_START, 1, 1);
    assertThat(evaluate(occurrences("0.99"), series).exhaustionAt()).isNull();
  }

  @Test
  void slicesCountLikeEvents() {
    EventSeries.Builder series = EventSeries.builder();
    for (int i = 0; i < 100; i++) {
      series.add(MONTH_START + i, i < 3 ? 1 : 2, 2);
    }
    BudgetingMethod minutes =
        new BudgetingMethod.RatioTimeslices(DurationShorthand.parse("1m").orElseThrow());

    SloReport report = evaluate(slo("0.99", minutes, Exclusions.NONE), series);

    assertThat(report.budgetingMethod()).isEqualTo("RatioTimeslices");
    assertThat(report.total()).isEqualTo(100_000_000_000L);
    assertThat(report.bad()).isEqualTo(1_500_000_000L);
    assertThat(report.sli()).isEqualTo(0.985);
    assertThat(report.budget().consumedRatio()).isEqualTo(1.5);
    assertThat(report.status()).isEqualTo(Status.EXHAUSTED);
  }

  @Test
  void eventsOfMaintenanceAreInTheRawCountsAlone() {
    Exclusions firstHour =
        new Exclusions(
            List.of(
                new Exclusion.Once(
                    Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-01T01:00:00Z"))));
    SloReport report =
        evaluate(
            slo("0.99", new BudgetingMethod.Occurrences(), firstHour),
            EventSeries.builder().add(MONTH_START + 59, 0, 1000).add(MONTH_START + 60, 1000, 1000));

    assertThat(report.raw()).isEqualTo(new SloReport.Period(1000, 2000, 1000, 0.5));
    assertThat(report.total()).isEqualTo(1000);
    assertThat(report.sli()).isEqualTo(1.0);
    assertThat(report.budget().consumed()).isZero();
  }

  @Test
  void guardsCountWholeSlices() {
    EventSeries.Builder one = EventSeries.builder().add(END_MINUTE - 2, 0, 50);
    EventSeries.Builder two = EventSeries.builder().add(END_MINUTE - 2, 0, 50);
    two.add(END_MINUTE - 1, 1, 3);
    BudgetingMethod minutes =
        new BudgetingMethod.RatioTimeslices(DurationShorthand.parse("1m").orElseThrow());
    Slo guarded = Slos.slo("0.99", MONTH, minutes, new LowTrafficGuard(2, 1));

    assertThat(fires(guarded, one.build())).isFalse();
    assertThat(fires(guarded, two.build())).isTrue();
  }

  private static boolean fires(Slo slo, EventSeries events) {
    EventSeries units = BudgetSeries.of(slo, events, END_MINUTE - 60, END_MINUTE);
    return new AlertReplay(
            slo, AlertRules.of(Pairs.forWindow(Duration.ofDays(30))), BudgetWindow.of(slo.window()))
        .episodes(units, events, END_MINUTE - 60, END_MINUTE).stream()
            .anyMatch(AlertEpisode::isFiring);
  }
}
