package dev.burnline.evaluate;

import dev.burnline.report.SloReport;
import dev.burnline.scan.LogField;
import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.AlertState;
import dev.burnline.slo.budget.BudgetSeries;
import dev.burnline.slo.budget.EventSeries;
import dev.burnline.slo.budget.SloEvaluation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The reports of one SLO of one service: the one for all events, then those of the groups. */
final class SloReports {

  /** So many groups stand on their own; what is left is one more. */
  static final int MOST_GROUPS = 20;

  /** The value under which the groups that do not stand on their own are reported. */
  static final String OTHER = "(other)";

  private static final Comparator<SloReport> WORST_FIRST =
      Comparator.comparingDouble(SloReports::consumedRatio)
          .thenComparingLong(SloReport::bad)
          .reversed();

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
    reports.add(ledger(whole.with(tally.estimate(slo, passed)), all, passed, incidents));
    for (LogField field : slo.groupBy()) {
      reports.addAll(groups(field, all));
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
    if (budget == null) {
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
    return new SloEvaluation(slo, events, plan.reportWindow()).report(alert);
  }

  private List<SloReport> groups(LogField field, EventSeries all) {
    Map<String, EventSeries> byValue = tally.groups(slo, field);
    List<SloReport> worst = new ArrayList<>();
    byValue.forEach(
        (value, events) -> {
          SloReport report = report(events, AlertState.QUIET);
          if (report.total() > 0) {
            worst.add(report.of(new SloReport.Group(field.key(), value)));
          }
        });
    // The values come in order, and equal reports stay in it.
    worst.sort(WORST_FIRST);
    List<SloReport> reports =
        new ArrayList<>(worst.subList(0, Math.min(MOST_GROUPS, worst.size())));
    List<EventSeries> named = reports.stream().map(report -> byValue.get(valueOf(report))).toList();
    SloReport rest = report(all.without(named), AlertState.QUIET);
    if (rest.total() > 0) {
      reports.add(rest.of(new SloReport.Group(field.key(), OTHER)));
    }
    return reports;
  }

  private static String valueOf(SloReport report) {
    SloReport.Group group = report.group();
    return group == null ? "" : group.value();
  }

  private static double consumedRatio(SloReport report) {
    SloReport.Budget budget = report.budget();
    return budget == null ? Double.NEGATIVE_INFINITY : budget.consumedRatio();
  }
}
