package dev.burnline.report;

import dev.burnline.report.SloReport.Budget;
import dev.burnline.report.SloReport.Estimate;
import dev.burnline.report.SloReport.Group;
import dev.burnline.report.SloReport.Period;
import dev.burnline.report.SloReport.PolicyStep;
import dev.burnline.report.SloReport.Rest;
import dev.burnline.report.SloReport.SloWindow;
import dev.burnline.report.SloReport.Threshold;
import java.io.IOException;

/** An SLO of a report as JSON. */
final class SloOut {

  private SloOut() {}

  static void slo(JsonOut out, SloReport slo) throws IOException {
    out.text("name", slo.name());
    out.text("display_name", slo.displayName());
    out.object("group", slo.group(), SloOut::group);
    out.number("objective", slo.objective());
    out.object("threshold", slo.threshold(), SloOut::threshold);
    out.text("budgeting_method", slo.budgetingMethod());
    out.object("window", slo.window(), SloOut::window);
    out.whole("good", slo.good());
    out.whole("total", slo.total());
    out.whole("bad", slo.bad());
    out.number("sli", slo.sli());
    out.object("raw", slo.raw(), SloOut::period);
    out.object("estimate", slo.estimate(), SloOut::estimate);
    out.object("period", slo.period(), SloOut::period);
    out.object("budget", slo.budget(), SloOut::budget);
    out.numbers("burn_rates", slo.burnRates());
    out.instant("exhaustion_at", slo.exhaustionAt());
    out.rows("policy", slo.policy(), SloOut::policyStep);
    out.text("status", slo.status().name());
    out.object("bad_times", slo.badTimes(), SloOut::badTimes);
    out.object("ledger", slo.ledger(), LedgerOut::ledger);
  }

  private static void badTimes(JsonOut out, BadTimes times) throws IOException {
    out.whole("bad", times.bad());
    out.whole("minutes", times.minutes());
    out.rows("spans", times.spans(), SloOut::span);
    out.object("core", times.core(), SloOut::span);
  }

  private static void span(JsonOut out, BadTimes.Span span) throws IOException {
    out.instant("start", span.start());
    out.instant("end", span.end());
    out.whole("bad", span.bad());
    out.whole("total", span.total());
  }

  static void group(JsonOut out, Group group) throws IOException {
    out.text("field", group.field());
    out.text("value", group.value());
    out.object("rest", group.rest(), SloOut::rest);
  }

  private static void rest(JsonOut out, Rest rest) throws IOException {
    out.whole("values", rest.values());
    out.truth("at_least", rest.atLeast());
    out.whole("sampled_from", rest.sampledFrom());
  }

  private static void estimate(JsonOut out, Estimate estimate) throws IOException {
    out.text("reason", estimate.reason());
    out.whole("good_at_least", estimate.goodAtLeast());
    out.whole("good_at_most", estimate.goodAtMost());
    out.whole("total_at_least", estimate.totalAtLeast());
    out.whole("total_at_most", estimate.totalAtMost());
  }

  private static void threshold(JsonOut out, Threshold threshold) throws IOException {
    out.text("field", threshold.field());
    out.text("op", threshold.op());
    out.number("value", threshold.value());
  }

  private static void window(JsonOut out, SloWindow window) throws IOException {
    out.instant("start", window.start());
    out.instant("end", window.end());
    out.text("kind", window.kind());
    out.text("duration", window.duration());
  }

  private static void period(JsonOut out, Period period) throws IOException {
    out.whole("good", period.good());
    out.whole("total", period.total());
    out.whole("bad", period.bad());
    out.number("sli", period.sli());
  }

  private static void budget(JsonOut out, Budget budget) throws IOException {
    out.number("total", budget.total());
    out.number("consumed", budget.consumed());
    out.number("consumed_ratio", budget.consumedRatio());
    out.number("remaining_ratio", budget.remainingRatio());
    out.number("minutes_remaining", budget.minutesRemaining());
    out.number("projected_total", budget.projectedTotal());
  }

  private static void policyStep(JsonOut out, PolicyStep step) throws IOException {
    out.number("threshold", step.threshold());
    out.text("action", step.action());
    out.truth("triggered", step.triggered());
  }
}
