package dev.burnline.evaluate;

import dev.burnline.report.SloReport;
import dev.burnline.scan.LogField;
import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.AlertState;
import dev.burnline.slo.budget.BudgetSeries;
import dev.burnline.slo.budget.EventSeries;
import dev.burnline.slo.budget.SloEvaluation;
import java.util.ArrayList;
import java.util.List;

/** The reports of one SLO of one service: the one for all events, then those of the groups. */
final class SloReports {

  private final Slo slo;
  private final ServiceTally tally;
  private final ReportPlan plan;

  SloReports(Slo slo, ServiceTally tally, ReportPlan plan) {
    this.slo = slo;
    this.tally = tally;
    this.plan = plan;
  }

  /**
   * Returns them.
   *
   * @param all events of the SLO, as they came
   * @param alert whether an alert of the SLO fires at the end of the report's window; groups have
   *     no alerts
   * @param incidents of the SLO, for its ledger
   */
  List<SloReport> list(EventSeries all, AlertState alert, List<SpendLedger.Incident> incidents) {
    SloReport whole = report(all, alert);
    MinuteSpan passed = passed(whole.window());
    List<SloReport> reports = new ArrayList<>();
    reports.add(
        ledger(whole.with(tally.estimate(slo, plan.estimated(passed))), all, passed, incidents));
    for (LogField field : slo.groupBy()) {
      if (plan.hasGroups()) {
        reports.addAll(new SloGroups(slo, field, tally.groups(), plan).list(all, passed));
      }
    }
    return reports;
  }

  /** The part of the SLO window that has passed; a calendar window goes on. */
  private MinuteSpan passed(SloReport.SloWindow window) {
    int end = Math.min(MinuteSpan.minuteFrom(window.end()), plan.window().end());
    return new MinuteSpan(Math.min(MinuteSpan.minuteFrom(window.start()), end), end);
  }

  private SloReport ledger(
      SloReport whole, EventSeries all, MinuteSpan window, List<SpendLedger.Incident> incidents) {
    SloReport.Budget budget = whole.budget();
    if (budget == null || !plan.hasLedgers()) {
      return whole;
    }
    SpendLedger.Spent spent =
        new SpendLedger.Spent(
            BudgetSeries.events(slo, all, window.start(), window.end()),
            BudgetSeries.of(slo, all, window.start(), window.end()),
            tally.spend(slo));
    return whole.with(new SpendLedger(spent, window, SpendLedger.wholeOf(budget)).of(incidents));
  }

  private SloReport report(EventSeries events, AlertState alert) {
    return new SloEvaluation(slo, events, plan.periodOf(slo)).report(alert);
  }
}
