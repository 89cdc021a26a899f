package dev.burnline.evaluate;

import dev.burnline.report.AlertReport;
import dev.burnline.slo.Slo;
import dev.burnline.slo.alert.AlertEpisode;
import dev.burnline.slo.alert.AlertReplay;
import dev.burnline.slo.alert.BudgetWindow;
import dev.burnline.slo.budget.AlertState;
import dev.burnline.slo.budget.BudgetSeries;
import dev.burnline.slo.budget.EventSeries;
import dev.burnline.slo.openslo.SloFile;
import java.util.List;

/** The alerts of one SLO of a service, replayed up to the end of a report's window. */
final class SloAlerts {

  private final ReportPlan plan;
  private final EventSeries units;
  private final List<AlertEpisode> episodes;

  /**
   * Replays.
   *
   * @param events as they came, by minute
   */
  SloAlerts(SloFile sloFile, ReportPlan plan, Slo slo, EventSeries events) {
    this.plan = plan;
    this.units = BudgetSeries.of(slo, events, plan.counted().start(), plan.counted().end());
    this.episodes =
        new AlertReplay(slo, sloFile.alertRulesOf(slo), BudgetWindow.of(slo.window()))
            .episodes(units, events, plan.alertReplay().start(), plan.alertReplay().end());
  }

  /** Returns the events in the unit of the SLO's budgeting method, of all minutes counted. */
  EventSeries units() {
    return units;
  }

  /** Returns whether an alert about the burn of the budget fires at the end. */
  AlertState atEnd() {
    return episodes.stream()
            .anyMatch(each -> each.cause() == AlertEpisode.Cause.BUDGET_BURN && each.isFiring())
        ? AlertState.FIRING
        : AlertState.QUIET;
  }

  /**
   * Returns the episodes that overlap the report's window.
   *
   * @param slo the name of the SLO, with its group value where there is one
   */
  List<AlertReport> reports(String service, String slo) {
    return episodes.stream()
        .filter(each -> each.overlaps(plan.window().start(), plan.window().end()))
        .map(each -> each.report(service, slo))
        .toList();
  }
}
