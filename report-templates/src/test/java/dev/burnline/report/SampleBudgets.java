package dev.burnline.report;

import dev.burnline.report.AlertReport.Severity;
import dev.burnline.report.AlertReport.State;
import dev.burnline.report.BudgetReview.Action;
import dev.burnline.report.BudgetReview.ActionKind;
import dev.burnline.report.BudgetReview.BurnDay;
import dev.burnline.report.BudgetReview.ProjectedDay;
import dev.burnline.report.BudgetReview.ServiceBudget;
import dev.burnline.report.BudgetReview.SloBudget;
import dev.burnline.report.BudgetReview.WhatIf;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Budget reviews, made of the services that the nights of the samples have. */
public final class SampleBudgets {

  private static final Instant END = SampleReports.END;

  private SampleBudgets() {}

  /** A budget overspent by one page, and others that are not. */
  public static Report budget() {
    return budgetOf(
        SampleReports.missed(),
        "page 2026-11-23T14:09:00Z/2026-11-23T15:04:00Z",
        "freeze releases",
        "cuda_oom");
  }

  /** A review in which every text is an attacker's. */
  public static Report hostileBudget() {
    return budgetOf(SampleReports.hostile(), Hostile.NAME, Hostile.NAME, Hostile.NAME);
  }

  /** A review of fifty services. */
  public static Report budgetOfMany() {
    return budgetOf(
        SampleReports.many(), "ticket 2026-11-20T14:09:00Z/..", "freeze releases", "cuda_oom");
  }

  /** An SLO that is told of three groups and the others, before one that is overspent. */
  public static Report groupsFirst() {
    var slos =
        new ArrayList<>(
            SampleSpend.grouped(
                SloBuilder.availability().window(12, 60_000).period(1, 2_000), "tenant", 3));
    slos.add(SloBuilder.latency(10_000).window(9_500, 100_000).period(9_000, 60_000).build());
    return budgetOf(
        SampleReports.of(Verdict.MISSED, slos.toArray(SloReport[]::new)),
        "page 2026-11-23T14:09:00Z/2026-11-23T15:04:00Z",
        "freeze releases",
        "cuda_oom");
  }

  /** No event in any SLO window. */
  public static Report silentBudget() {
    Report night = SampleReports.noData();
    var action = new Action(ActionKind.NO_DATA, "", null, null);
    var services = new ArrayList<ServiceBudget>();
    for (ServiceReport service : night.services()) {
      services.add(
          new ServiceBudget(
              service.service(),
              service.wholeSlos().stream()
                  .map(
                      slo ->
                          new SloBudget(
                              slo.name(),
                              null,
                              null,
                              List.of(),
                              List.of(),
                              List.of(),
                              List.of(action)))
                  .toList()));
    }
    return review(night, night.services(), List.of(), new BudgetReview(services));
  }

  private static Report budgetOf(Report night, String incident, String action, String error) {
    var services = new ArrayList<ServiceBudget>();
    for (ServiceReport service : night.services()) {
      services.add(
          new ServiceBudget(
              service.service(),
              service.wholeSlos().stream().map(slo -> sloBudget(slo, incident, action)).toList()));
    }
    ServiceReport first = night.services().get(0);
    var alert =
        new AlertReport(
            "SLOBudgetBurn",
            first.service(),
            first.slos().get(0).name(),
            Severity.PAGE,
            State.RESOLVED,
            Instant.parse("2026-11-23T14:09:00Z"),
            Instant.parse("2026-11-23T15:04:00Z"),
            "1h",
            "5m",
            29.4,
            176.5,
            0.507);
    return review(
        night,
        night.services().stream().map(service -> spent(service, incident, error)).toList(),
        List.of(alert),
        new BudgetReview(services));
  }

  private static Report review(
      Report night, List<ServiceReport> services, List<AlertReport> alerts, BudgetReview review) {
    return new Report(
        Report.SCHEMA,
        Report.Kind.BUDGET,
        night.run(),
        new Window(END.minus(Duration.ofDays(30)), END, ZoneId.of("UTC")),
        night.verdict(),
        night.completeness(),
        services.stream()
            .map(service -> SampleWeeks.withoutMinutes(service, service.slos()))
            .toList(),
        alerts,
        null,
        review);
  }

  private static ServiceReport spent(ServiceReport service, String incident, String error) {
    return SampleWeeks.withoutMinutes(
        service,
        service.slos().stream()
            .map(slo -> slo.isWhole() ? slo.with(ledger(slo, incident, error)) : slo)
            .toList());
  }

  /** Half of it in one incident and the rest in none, all of one kind. */
  private static Ledger ledger(SloReport slo, String incident, String error) {
    long bad = slo.bad();
    return new Ledger(
        bad,
        List.of(
            entry(incident, bad / 2, slo, List.of("req-01HF8Z3K6", "req-01HF8Z1QA")),
            entry(Ledger.REST, bad - bad / 2, slo, List.of())),
        List.of(entry(error, bad, slo, List.of())),
        List.of(entry(Ledger.REST, bad, slo, List.of())),
        List.of(entry("16384 tokens or more", bad, slo, List.of())));
  }

  private static SloBudget sloBudget(SloReport slo, String incident, String action) {
    SloReport.Budget budget = java.util.Objects.requireNonNull(slo.budget());
    long ofIncident = slo.bad() / 2;
    boolean isOverspent = budget.consumedRatio() >= 1;
    var actions = new ArrayList<Action>();
    if (isOverspent) {
      actions.add(new Action(ActionKind.POLICY, action, 1.0, null));
      actions.add(new Action(ActionKind.POST_MORTEM, incident, ofIncident / budget.total(), null));
    } else if (budget.consumedRatio() > 0.5) {
      actions.add(new Action(ActionKind.EXHAUSTION, "", null, END.plus(Duration.ofHours(75))));
    }
    return new SloBudget(
        slo.name(),
        null,
        budget.total(),
        burnDown(slo, budget.total()),
        List.of(
            new ProjectedDay(END.plus(Duration.ofDays(1)), budget.remainingRatio() - 0.05),
            new ProjectedDay(END.plus(Duration.ofDays(2)), budget.remainingRatio() - 0.12)),
        List.of(whatIf(slo, 0.99), whatIf(slo, 0.995), whatIf(slo, 0.999)),
        actions);
  }

  private static Ledger.Entry entry(String label, long bad, SloReport slo, List<String> ids) {
    double budget = java.util.Objects.requireNonNull(slo.budget()).total();
    return new Ledger.Entry(label, bad, bad / (double) slo.bad(), bad / budget, ids);
  }

  private static WhatIf whatIf(SloReport slo, double objective) {
    double budget = (1 - objective) * slo.total();
    Instant at = slo.bad() >= budget ? Instant.parse("2026-11-23T14:31:00Z") : null;
    return new WhatIf(objective, slo.good(), slo.bad(), budget, slo.bad() / budget, at);
  }

  /** A little every day and half of all on the last. */
  private static List<BurnDay> burnDown(SloReport slo, double budget) {
    var days = new ArrayList<BurnDay>();
    Instant start = END.minus(Duration.ofDays(30));
    long spent = 0;
    for (int day = 1; day <= 30; day++) {
      long bad = day == 30 ? slo.bad() - spent : slo.bad() / 60;
      long total = slo.total() / 30;
      spent += bad;
      Instant end = start.plus(Duration.ofDays(day));
      days.add(
          new BurnDay(
              LocalDate.ofInstant(end.minusSeconds(1), ZoneId.of("UTC")),
              end,
              Math.max(0, total - bad),
              total,
              bad,
              bad / budget,
              1 - spent / budget,
              1 - day / 30.0));
    }
    return days;
  }
}
