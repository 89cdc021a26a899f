package dev.burnline.evaluate;

import dev.burnline.report.AlertReport;
import dev.burnline.slo.Slo;
import dev.burnline.slo.alert.AlertEpisode;
import dev.burnline.slo.alert.AlertReplay;
import dev.burnline.slo.alert.BudgetWindow;
import dev.burnline.slo.alert.HeldAlert;
import dev.burnline.slo.budget.AlertState;
import dev.burnline.slo.budget.BudgetSeries;
import dev.burnline.slo.budget.EventSeries;
import dev.burnline.slo.openslo.SloFile;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

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

  /**
   * Returns the episodes about the burn of the budget as incidents: from the start of the first
   * long lookback to the end, those of pages first.
   */
  List<SpendLedger.Incident> incidents() {
    return episodes.stream()
        .filter(each -> each.cause() == AlertEpisode.Cause.BUDGET_BURN)
        .sorted(
            Comparator.comparing(AlertEpisode::severity)
                .thenComparingLong(AlertEpisode::startMinute))
        .map(this::incident)
        .toList();
  }

  private SpendLedger.Incident incident(AlertEpisode episode) {
    Long endMinute = episode.endMinute();
    HeldAlert first = episode.first();
    long lookback = first == null ? 0 : first.longLookback().toMinutes();
    int start = (int) Math.max(Integer.MIN_VALUE, episode.startMinute() - lookback);
    int end = endMinute == null ? plan.window().end() : endMinute.intValue();
    String label =
        "%s %s/%s"
            .formatted(
                episode.severity().name().toLowerCase(Locale.ROOT),
                MinuteSpan.instantOf((int) episode.startMinute()),
                endMinute == null ? ".." : MinuteSpan.instantOf(end));
    return new SpendLedger.Incident(
        label, (int) episode.startMinute(), new MinuteSpan(start, Math.max(start, end)));
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
