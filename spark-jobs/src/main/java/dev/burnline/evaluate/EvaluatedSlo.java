package dev.burnline.evaluate;

import static java.util.Objects.requireNonNull;

import dev.burnline.report.AlertReport;
import dev.burnline.report.SloReport;
import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.EventSeries;
import dev.burnline.slo.budget.Events;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An SLO of a service as it stands in the report, with what it was worked out from.
 *
 * @param units the events in the unit of the budgeting method, of all minutes that are counted
 * @param reports the one of all events, then those of its groups
 * @param alerts the episodes that overlap the report's window
 */
record EvaluatedSlo(Slo slo, EventSeries units, List<SloReport> reports, List<AlertReport> alerts) {

  EvaluatedSlo {
    requireNonNull(slo, "slo is null");
    requireNonNull(units, "units is null");
    reports = List.copyOf(reports);
    if (reports.isEmpty() || reports.get(0).group() != null) {
      throw new IllegalArgumentException("the first report must be that of all events");
    }
    alerts = List.copyOf(alerts);
  }

  /** Returns the report of all events. */
  SloReport report() {
    return reports.get(0);
  }

  Events in(MinuteSpan span) {
    return units.between(span.start(), span.end());
  }

  /** The part of the SLO window that has passed at the end of the report's. */
  MinuteSpan elapsed(MinuteSpan reportWindow) {
    int start = (int) Math.floorDiv(report().window().start().getEpochSecond(), 60L);
    return new MinuteSpan(Math.min(start, reportWindow.end()), reportWindow.end());
  }

  /** The whole of the SLO window; of a calendar window it may end after the report's. */
  MinuteSpan whole(MinuteSpan reportWindow) {
    int end = (int) Math.floorDiv(report().window().end().getEpochSecond(), 60L);
    return new MinuteSpan(elapsed(reportWindow).start(), Math.max(end, reportWindow.end()));
  }

  /**
   * Bad events that stand for all of the budget: (1 - target) * total, of a calendar window for the
   * total that is projected to its end. Empty without events.
   */
  Optional<BigDecimal> budget() {
    SloReport.Budget budget = report().budget();
    if (budget == null) {
      return Optional.empty();
    }
    Double projected = budget.projectedTotal();
    return Optional.of(
        projected == null
            ? slo.allowance().multiply(BigDecimal.valueOf(report().total()))
            : BigDecimal.valueOf(projected));
  }
}
