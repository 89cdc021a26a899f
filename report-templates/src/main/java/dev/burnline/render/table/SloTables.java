package dev.burnline.render.table;

import dev.burnline.report.Report;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.SloReport;
import dev.burnline.report.SloReport.Group;
import dev.burnline.report.SloReport.Rest;
import org.jspecify.annotations.Nullable;

/** The tables of SLOs. */
final class SloTables {

  private SloTables() {}

  static byte[] slos(Report report) {
    var csv =
        new Csv(
            "service",
            "slo",
            "display_name",
            "status",
            "objective",
            "threshold_field",
            "threshold_op",
            "threshold_value",
            "budgeting_method",
            "period_start",
            "period_end",
            "period_good",
            "period_total",
            "period_bad",
            "period_sli",
            "window",
            "window_kind",
            "window_start",
            "window_end",
            "window_good",
            "window_total",
            "window_bad",
            "window_sli",
            "budget_total",
            "budget_consumed",
            "budget_consumed_ratio",
            "budget_remaining_ratio",
            "budget_minutes_remaining",
            "burn_rate_1h",
            "burn_rate_1d",
            "exhaustion_at",
            "group",
            "estimate");
    for (ServiceReport service : report.services()) {
      for (SloReport slo : service.slos()) {
        var threshold = slo.threshold();
        var period = slo.period();
        var window = slo.window();
        var budget = slo.budget();
        csv.row(
            service.service(),
            slo.name(),
            slo.displayName(),
            slo.status(),
            slo.objective(),
            threshold == null ? null : threshold.field(),
            threshold == null ? null : threshold.op(),
            threshold == null ? null : threshold.value(),
            slo.budgetingMethod(),
            report.periodOf(slo).start(),
            report.periodOf(slo).end(),
            period.good(),
            period.total(),
            period.bad(),
            period.sli(),
            window.duration(),
            window.kind(),
            window.start(),
            window.end(),
            slo.good(),
            slo.total(),
            slo.bad(),
            slo.sli(),
            budget == null ? null : budget.total(),
            budget == null ? null : budget.consumed(),
            budget == null ? null : budget.consumedRatio(),
            budget == null ? null : budget.remainingRatio(),
            budget == null ? null : budget.minutesRemaining(),
            slo.burnRates().get("1h"),
            slo.burnRates().get("1d"),
            slo.exhaustionAt(),
            group(slo.group()),
            slo.estimate() == null ? null : slo.estimate().reason());
      }
    }
    return csv.bytes();
  }

  /**
   * As {@code model=chat}, which no value can make look like {@code model: all others (7 values)};
   * null for all events.
   */
  static @Nullable String group(@Nullable Group group) {
    if (group == null) {
      return null;
    }
    Rest rest = group.rest();
    return rest == null
        ? group.field() + "=" + group.value()
        : "%s: all others (%s%d values)"
            .formatted(group.field(), rest.atLeast() ? "at least " : "", rest.values());
  }

  static byte[] burnRates(Report report) {
    var csv = new Csv("service", "slo", "lookback", "burn_rate", "group");
    for (ServiceReport service : report.services()) {
      for (SloReport slo : service.slos()) {
        slo.burnRates()
            .forEach(
                (lookback, rate) ->
                    csv.row(service.service(), slo.name(), lookback, rate, group(slo.group())));
      }
    }
    return csv.bytes();
  }
}
