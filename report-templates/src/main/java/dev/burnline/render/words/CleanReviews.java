package dev.burnline.render.words;

import dev.burnline.report.BudgetReview;
import dev.burnline.report.BudgetReview.Action;
import dev.burnline.report.BudgetReview.ServiceBudget;
import dev.burnline.report.BudgetReview.SloBudget;
import dev.burnline.report.WeeklySummary;
import dev.burnline.report.WeeklySummary.Change;
import dev.burnline.report.WeeklySummary.FailureMover;
import dev.burnline.report.WeeklySummary.ServiceWeek;
import dev.burnline.report.WeeklySummary.SloWeek;
import org.jspecify.annotations.Nullable;

/** The texts of a weekly summary and of a budget review made safe to show. */
final class CleanReviews {

  private CleanReviews() {}

  static @Nullable WeeklySummary weekly(@Nullable WeeklySummary of) {
    return of == null
        ? null
        : new WeeklySummary(
            CleanReport.name(of.week()),
            CleanReport.map(of.services(), CleanReviews::week),
            CleanReport.map(of.regressions(), CleanReviews::change),
            CleanReport.map(of.improvements(), CleanReviews::change),
            of.nights());
  }

  private static ServiceWeek week(ServiceWeek of) {
    return new ServiceWeek(
        CleanReport.name(of.service()),
        CleanReport.map(
            of.slos(),
            slo ->
                new SloWeek(
                    CleanReport.name(slo.slo()),
                    CleanReport.group(slo.group()),
                    slo.days(),
                    slo.spend())),
        CleanReport.map(
            of.failures(),
            mover ->
                new FailureMover(
                    CleanReport.name(mover.errorType()),
                    mover.movement(),
                    mover.requests(),
                    mover.before(),
                    mover.total(),
                    mover.totalBefore())));
  }

  private static Change change(Change of) {
    return new Change(
        CleanReport.name(of.service()),
        CleanReport.name(of.measure()),
        of.now(),
        of.before(),
        of.factor(),
        of.countNow(),
        of.countBefore());
  }

  static @Nullable BudgetReview budget(@Nullable BudgetReview of) {
    return of == null
        ? null
        : new BudgetReview(
            CleanReport.map(
                of.services(),
                service ->
                    new ServiceBudget(
                        CleanReport.name(service.service()),
                        CleanReport.map(service.slos(), CleanReviews::slo))));
  }

  private static SloBudget slo(SloBudget of) {
    return new SloBudget(
        CleanReport.name(of.slo()),
        CleanReport.group(of.group()),
        of.budget(),
        of.days(),
        of.projection(),
        of.whatIf(),
        CleanReport.map(
            of.actions(),
            action ->
                new Action(
                    action.kind(),
                    CleanReport.sentence(action.detail()),
                    action.ratio(),
                    action.at())));
  }
}
