package dev.burnline.report;

import dev.burnline.report.BudgetReview.Action;
import dev.burnline.report.BudgetReview.BurnDay;
import dev.burnline.report.BudgetReview.ProjectedDay;
import dev.burnline.report.BudgetReview.ServiceBudget;
import dev.burnline.report.BudgetReview.SloBudget;
import dev.burnline.report.BudgetReview.WhatIf;
import java.io.IOException;
import java.util.Locale;

/** The budget review of a report as JSON. */
final class BudgetOut {

  private BudgetOut() {}

  static void review(JsonOut out, BudgetReview review) throws IOException {
    out.blocks("services", review.services(), BudgetOut::service);
  }

  private static void service(JsonOut out, ServiceBudget of) throws IOException {
    out.text("service", of.service());
    out.blocks("slos", of.slos(), BudgetOut::slo);
  }

  private static void slo(JsonOut out, SloBudget of) throws IOException {
    out.text("slo", of.slo());
    out.object("group", of.group(), SloOut::group);
    out.number("budget", of.budget());
    out.rows("days", of.days(), BudgetOut::day);
    out.rows("projection", of.projection(), BudgetOut::projected);
    out.rows("what_if", of.whatIf(), BudgetOut::whatIf);
    out.rows("actions", of.actions(), BudgetOut::action);
  }

  private static void day(JsonOut out, BurnDay of) throws IOException {
    out.text("date", of.date().toString());
    out.instant("end", of.end());
    out.whole("good", of.good());
    out.whole("total", of.total());
    out.whole("bad", of.bad());
    out.number("spent_ratio", of.spentRatio());
    out.number("remaining_ratio", of.remainingRatio());
    out.number("ideal_ratio", of.idealRatio());
  }

  private static void projected(JsonOut out, ProjectedDay of) throws IOException {
    out.instant("at", of.at());
    out.number("remaining_ratio", of.remainingRatio());
  }

  private static void whatIf(JsonOut out, WhatIf of) throws IOException {
    out.number("objective", of.objective());
    out.whole("good", of.good());
    out.whole("bad", of.bad());
    out.number("budget", of.budget());
    out.number("consumed_ratio", of.consumedRatio());
    out.instant("exhausted_at", of.exhaustedAt());
  }

  private static void action(JsonOut out, Action of) throws IOException {
    out.text("kind", of.kind().name().toLowerCase(Locale.ROOT));
    out.text("detail", of.detail());
    out.number("ratio", of.ratio());
    out.instant("at", of.at());
  }
}
