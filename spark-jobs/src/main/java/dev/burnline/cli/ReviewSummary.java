package dev.burnline.cli;

import dev.burnline.render.finding.Findings;
import dev.burnline.render.finding.Reviews;
import dev.burnline.report.BudgetReview;
import dev.burnline.report.BudgetReview.Action;
import dev.burnline.report.BudgetReview.ActionKind;
import dev.burnline.report.Report;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.WeeklySummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The lines that the summary of a weekly report or a budget review has besides. */
final class ReviewSummary {

  private ReviewSummary() {}

  /** Returns the days of each SLO, or what is due; nothing for other reports. */
  static List<String> of(Report report) {
    List<String> lines = new ArrayList<>();
    Reviews reviews = new Reviews(report);
    for (ServiceReport service : worst(report)) {
      reviews.week(service).ifPresent(week -> add(lines, week));
      reviews.budget(service).ifPresent(budget -> add(lines, budget));
    }
    return lines;
  }

  private static List<ServiceReport> worst(Report report) {
    return Findings.of(report).services().stream().limit(Summary.MOST_SERVICES).toList();
  }

  private static void add(List<String> lines, WeeklySummary.ServiceWeek week) {
    for (var slo : week.slos()) {
      lines.add(
          "  days %s %s: %s"
              .formatted(
                  Summary.clean(week.service()),
                  Summary.clean(slo.slo()),
                  slo.days().stream()
                      .map(day -> day.outcome().name())
                      .collect(Collectors.joining(" "))));
    }
  }

  private static void add(List<String> lines, BudgetReview.ServiceBudget budget) {
    for (var slo : budget.slos()) {
      for (Action action : slo.actions()) {
        if (action.kind() != ActionKind.NO_DATA) {
          lines.add(
              "  due  %s %s: %s"
                  .formatted(
                      Summary.clean(budget.service()), Summary.clean(slo.slo()), text(action)));
        }
      }
    }
  }

  private static String text(Action action) {
    return switch (action.kind()) {
      case POLICY -> Summary.clean(action.detail());
      case POST_MORTEM -> "post-mortem of " + Summary.clean(action.detail());
      case EXHAUSTION -> "budget used up at " + action.at();
      case NO_DATA -> action.kind().name().toLowerCase(Locale.ROOT);
    };
  }
}
