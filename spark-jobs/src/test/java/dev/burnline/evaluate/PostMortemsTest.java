package dev.burnline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.burnline.report.BudgetReview.Action;
import dev.burnline.report.BudgetReview.ActionKind;
import dev.burnline.report.BudgetReview.SloBudget;
import dev.burnline.report.Ledger;
import dev.burnline.report.SloReport;
import dev.burnline.report.Window;
import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.EventSeries;
import dev.burnline.slo.budget.SloEvaluation;
import dev.burnline.slo.budget.Slos;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** 100 events a minute for 30 days at 99.9 %: a budget of 4320 bad ones. */
class PostMortemsTest {

  private static final Slo SLO = Slos.slo("0.999", "30d");
  private static final Instant END = Instant.parse("2026-11-23T00:00:00Z");
  private static final ReportPlan PLAN =
      ReportPlan.budget(LocalDate.parse("2026-11-22"), ZoneId.of("UTC"), List.of(SLO));

  /** 2000 of 4320 are far more than a fifth, but of no incident. */
  @Test
  void what_belongs_to_no_incident_needs_none() {
    assertThat(budget(List.of()).postMortemRequired()).isFalse();
  }

  @Test
  void an_incident_above_a_fifth_of_the_budget_needs_a_post_mortem() {
    SloBudget budget = budget(page());

    assertThat(budget.actions())
        .filteredOn(action -> action.kind() == ActionKind.POST_MORTEM)
        .extracting(Action::detail, Action::ratio)
        .containsExactly(tuple("page of the outage", 1500 / 4320.0));
  }

  /** 20 % of 4320 is 864; that many are spent by the first minutes, not more. */
  @Test
  void exactly_a_fifth_is_not_above_it() {
    assertThat(budget(864, page()).postMortemRequired()).isFalse();
    assertThat(budget(865, page()).postMortemRequired()).isTrue();
  }

  private static List<SpendLedger.Incident> page() {
    return List.of(
        new SpendLedger.Incident(
            "page of the outage",
            minuteOf("2026-11-20T12:05:00Z"),
            new MinuteSpan(minuteOf("2026-11-20T11:05:00Z"), minuteOf("2026-11-20T12:40:00Z"))));
  }

  /** 1500 bad in 15 minutes of the outage, 100 the day after, 400 two weeks earlier. */
  private static SloBudget budget(List<SpendLedger.Incident> incidents) {
    return budget(1500, incidents);
  }

  private static SloBudget budget(long badOfOutage, List<SpendLedger.Incident> incidents) {
    EventSeries.Builder events = EventSeries.builder();
    for (int minute = PLAN.window().start(); minute < PLAN.window().end(); minute++) {
      int into = minute - minuteOf("2026-11-20T12:00:00Z");
      long bad =
          into >= 0 && into < 15
              ? badOfOutage / 15 + (into < badOfOutage % 15 ? 1 : 0)
              : minute == minuteOf("2026-11-21T08:00:00Z")
                  ? 100
                  : minute >= minuteOf("2026-11-06T08:00:00Z")
                          && minute < minuteOf("2026-11-06T08:04:00Z")
                      ? 100
                      : 0;
      events.add(minute, 100 - bad, 100);
    }
    EventSeries series = events.build();
    Window window = new Window(MinuteSpan.instantOf(PLAN.window().start()), END, ZoneId.of("UTC"));
    SloReport report = new SloEvaluation(SLO, series, window).report();
    Ledger ledger =
        new SpendLedger(
                new SpendLedger.Spent(series, series, new TreeMap<>()),
                PLAN.window(),
                SpendLedger.wholeOf(Objects.requireNonNull(report.budget())))
            .of(incidents);
    var evaluated = new EvaluatedSlo(SLO, series, List.of(report.with(ledger)), List.of());
    return new BudgetDivision(PLAN).of("chat", List.of(evaluated)).slos().get(0);
  }

  private static int minuteOf(String instant) {
    return (int) (Instant.parse(instant).getEpochSecond() / 60);
  }
}
