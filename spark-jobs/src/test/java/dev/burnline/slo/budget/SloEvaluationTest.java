package dev.burnline.slo.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.burnline.report.BadTimes;
import dev.burnline.report.SloReport;
import dev.burnline.report.SloReport.Status;
import dev.burnline.report.Window;
import dev.burnline.slo.Slo;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cases that can be worked out by hand. */
class SloEvaluationTest {

  private static final Instant END = Instant.parse("2026-11-23T00:00:00Z");
  private static final long END_MINUTE = END.getEpochSecond() / 60;
  private static final Window NIGHT =
      new Window(END.minus(Duration.ofDays(1)), END, ZoneOffset.UTC);

  private static SloEvaluation evaluate(Slo slo, EventSeries.Builder series) {
    return new SloEvaluation(slo, series.build(), NIGHT);
  }

  @Test
  void threeNinesOverThirtyDaysAllowAThousandOfAMillion() {
    SloReport report =
        evaluate(
                Slos.slo("0.999", "30d"),
                EventSeries.builder().add(END_MINUTE - 20 * 1440, 999_400, 1_000_000))
            .report();

    assertThat(report.good()).isEqualTo(999_400);
    assertThat(report.total()).isEqualTo(1_000_000);
    assertThat(report.bad()).isEqualTo(600);
    assertThat(report.sli()).isEqualTo(0.9994);
    assertThat(report.objective()).isEqualTo(0.999);
    assertThat(report.budgetingMethod()).isEqualTo("Occurrences");
    // 0.1 % of 30 days are 43.2 minutes, of which 40 % are left.
    assertThat(report.budget()).isEqualTo(new SloReport.Budget(1000, 600, 0.6, 0.4, 17.28, null));
    assertThat(report.window())
        .isEqualTo(
            new SloReport.SloWindow(Instant.parse("2026-10-24T00:00:00Z"), END, "rolling", "30d"));
    assertThat(report.period()).isEqualTo(new SloReport.Period(0, 0, 0, null));
    assertThat(report.policy())
        .containsExactly(
            new SloReport.PolicyStep(0.5, "architecture review", true),
            new SloReport.PolicyStep(1.0, "freeze releases", false));
    assertThat(report.status()).isEqualTo(Status.HEALTHY);
    assertThat(report.exhaustionAt()).isNull();
    assertThat(report.burnRates().keySet())
        .containsExactly("5m", "30m", "1h", "2h", "6h", "1d", "3d");
    assertThat(report.burnRates().values()).containsOnlyNulls();
  }

  @Test
  void badTimesAreThoseOfThePeriodAlone() {
    SloReport report =
        evaluate(
                Slos.slo("0.999", "30d"),
                EventSeries.builder()
                    .add(END_MINUTE - 1441, 0, 500)
                    .add(END_MINUTE - 100, 990, 1000)
                    .add(END_MINUTE - 99, 980, 1000)
                    .add(END_MINUTE - 50, 999, 1000)
                    .add(END_MINUTE, 0, 500))
            .report();

    Instant start = END.minus(Duration.ofMinutes(100));
    BadTimes.Span both = new BadTimes.Span(start, start.plusSeconds(120), 30, 2000);
    assertThat(report.badTimes()).isEqualTo(new BadTimes(31, 2, List.of(both), both));
  }

  @Test
  void windowsHaveTheirFirstMinuteAndNotTheOneAfterTheirLast() {
    EventSeries.Builder series =
        EventSeries.builder()
            .add(END_MINUTE - 30 * 1440 - 1, 0, 1)
            .add(END_MINUTE - 30 * 1440, 10, 10)
            .add(END_MINUTE - 1440 - 1, 0, 100)
            .add(END_MINUTE - 1440, 1000, 1000)
            .add(END_MINUTE - 1, 10_000, 10_000)
            .add(END_MINUTE, 0, 100_000);

    SloReport report = evaluate(Slos.slo("0.9", "30d"), series).report();

    assertThat(report.total()).isEqualTo(11_110);
    assertThat(report.bad()).isEqualTo(100);
    assertThat(report.period()).isEqualTo(new SloReport.Period(11_000, 11_000, 0, 1.0));
  }

  @Test
  void theBudgetIsExhaustedAtItsLastEventAndNotOneBefore() {
    SloReport almost =
        evaluate(
                Slos.slo("0.999", "30d"),
                EventSeries.builder().add(END_MINUTE - 9 * 1440, 99_901, 100_000))
            .report();
    SloReport exactly =
        evaluate(
                Slos.slo("0.999", "30d"),
                EventSeries.builder().add(END_MINUTE - 9 * 1440, 99_900, 100_000))
            .report();

    assertThat(almost.status()).isEqualTo(Status.HEALTHY);
    assertThat(exactly.status()).isEqualTo(Status.EXHAUSTED);
    assertThat(exactly.exhaustionAt()).isEqualTo(END);
    assertThat(exactly.budget()).isEqualTo(new SloReport.Budget(100, 100, 1, 0, 0, null));
    assertThat(exactly.policy()).allMatch(SloReport.PolicyStep::triggered);
  }

  @Test
  void moreThanHalfABudgetAsksForAReviewAndExactlyHalfDoesNot() {
    assertThat(reviewIsDue(99_950)).isFalse();
    assertThat(reviewIsDue(99_949)).isTrue();
  }

  private static boolean reviewIsDue(long good) {
    SloReport report =
        evaluate(
                Slos.slo("0.999", "30d"),
                EventSeries.builder().add(END_MINUTE - 9 * 1440, good, 100_000))
            .report();
    return report.policy().get(0).triggered();
  }

  @Test
  void anOverspentBudgetIsNegative() {
    SloReport report =
        evaluate(Slos.slo("0.99", "7d"), EventSeries.builder().add(END_MINUTE - 1, 97, 100))
            .report();

    // 1 % of 7 days are 100.8 minutes.
    assertThat(report.budget()).isEqualTo(new SloReport.Budget(1, 3, 3, -2, -201.6, null));
    assertThat(report.burnRates().get("5m")).isEqualTo(3.0);
  }

  @Test
  void withoutEventsNothingIsSaidAboutTheBudget() {
    SloReport report = evaluate(Slos.slo("0.999", "30d"), EventSeries.builder()).report();

    assertThat(report.status()).isEqualTo(Status.NO_DATA);
    assertThat(report.sli()).isNull();
    assertThat(report.budget()).isNull();
    assertThat(report.exhaustionAt()).isNull();
    assertThat(report.policy()).noneMatch(SloReport.PolicyStep::triggered);
  }

  @Test
  void aSteadyBurnExhaustsTheBudgetWhenItsRestIsBurnt() {
    // 100 events a minute: a budget of 0.1 % * 4 320 000 = 4320. The last day burns half an event
    // a minute, 720 in all; the remaining 3600 last 7200 minutes, that is 5 days.
    EventSeries.Builder series = EventSeries.builder();
    for (int minute = 1; minute <= 30 * 1440; minute++) {
      boolean isBad = minute <= 1440 && minute % 2 == 0;
      series.add(END_MINUTE - minute, isBad ? 99 : 100, 100);
    }

    SloEvaluation evaluation = evaluate(Slos.slo("0.999", "30d"), series);

    assertThat(evaluation.report().exhaustionAt()).isEqualTo(END.plus(Duration.ofDays(5)));
    assertThat(evaluation.report().status()).isEqualTo(Status.BURNING);
  }

  @Test
  void aFiringAlertIsABurnUntilNothingIsLeft() {
    EventSeries.Builder calm = EventSeries.builder().add(END_MINUTE - 1, 1000, 1000);
    EventSeries.Builder spent = EventSeries.builder().add(END_MINUTE - 1, 0, 1);
    Slo slo = Slos.slo("0.999", "30d");

    assertThat(evaluate(slo, calm).report(AlertState.QUIET).status()).isEqualTo(Status.HEALTHY);
    assertThat(evaluate(slo, calm).report(AlertState.FIRING).status()).isEqualTo(Status.BURNING);
    assertThat(evaluate(slo, spent).report(AlertState.FIRING).status()).isEqualTo(Status.EXHAUSTED);
    assertThat(evaluate(slo, EventSeries.builder()).report(AlertState.FIRING).status())
        .isEqualTo(Status.NO_DATA);
  }

  @Test
  void exhaustionInSevenDaysIsNearAndInAFewMinutesMoreIsNot() {
    // Three bad events in eight minutes, 540 on the last day; the other 3780 last 10 080 minutes.
    EventSeries.Builder series = EventSeries.builder();
    for (int minute = 1; minute <= 30 * 1440; minute++) {
      boolean isBad = minute <= 1440 && minute % 8 < 3;
      series.add(END_MINUTE - minute, isBad ? 99 : 100, 100);
    }
    Slo slo = Slos.slo("0.999", "30d");

    SloReport near = evaluate(slo, series).report();
    series.add(END_MINUTE - 10 * 1440, 1000, 1000);
    SloReport far = evaluate(slo, series).report();

    assertThat(near.exhaustionAt()).isEqualTo(END.plus(Duration.ofDays(7)));
    assertThat(near.status()).isEqualTo(Status.BURNING);
    // One more bad event is allowed: 3781 / 0.375 are 10 082.7 minutes.
    assertThat(far.exhaustionAt()).isEqualTo(END.plus(Duration.ofMinutes(10_083)));
    assertThat(far.status()).isEqualTo(Status.HEALTHY);
  }

  @Test
  void badMinutesLeaveTheWindowBeforeNewOnesFillIt() {
    // A bad day 29 days ago leaves tomorrow, and what comes in its place is within the budget.
    EventSeries.Builder series = EventSeries.builder();
    for (int minute = 1; minute <= 30 * 1440; minute++) {
      boolean isBad = minute > 29 * 1440;
      series.add(END_MINUTE - minute, isBad ? 98 : 100, 100);
    }
    series.add(END_MINUTE - 1, 0, 14);

    SloReport report = evaluate(Slos.slo("0.999", "30d"), series).report();

    assertThat(report.bad()).isEqualTo(2894);
    assertThat(report.exhaustionAt()).isNull();
    assertThat(report.status()).isEqualTo(Status.HEALTHY);
  }

  @Test
  void aStrayClockCostsNothing() {
    EventSeries.Builder series =
        EventSeries.builder()
            .add(Long.MIN_VALUE / 120_000, 1, 1)
            .add(END_MINUTE - 1, 1, 1)
            .add(Long.MAX_VALUE / 120_000, 1, 1);

    assertThat(evaluate(Slos.slo("0.999", "365d"), series).report().total()).isEqualTo(1);
  }

  @Test
  void aReportOf25HoursHasAPeriodOf25Hours() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Window longNight =
        new Window(
            Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-25T23:00:00Z"), berlin);
    EventSeries.Builder series = EventSeries.builder();
    for (int minute = 0; minute < 2880; minute++) {
      series.add(longNight.end().getEpochSecond() / 60 - 1 - minute, 1, 1);
    }

    SloReport report =
        new SloEvaluation(Slos.slo("0.999", "1d"), series.build(), longNight).report();

    assertThat(report.period().total()).isEqualTo(1500);
    assertThat(report.total()).isEqualTo(1440);
  }

  @Test
  void aYearWithManyDecimalsIsForecastInNoTime() {
    EventSeries.Builder series = EventSeries.builder();
    for (int minute = 1; minute <= 365 * 1440; minute++) {
      series.add(END_MINUTE - minute, minute % 3 == 0 ? 999_999 : 1_000_000, 1_000_000);
    }

    SloReport report = evaluate(Slos.slo("0.999999123456", "365d"), series).report();

    assertThat(report.exhaustionAt()).isNull();
    assertThat(report.budget().consumedRatio()).isCloseTo(0.38, within(0.01));
  }
}
