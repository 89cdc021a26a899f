package dev.burnline.render.finding;

import dev.burnline.render.words.Words;
import dev.burnline.report.Report;
import dev.burnline.report.WeeklySummary;
import dev.burnline.report.WeeklySummary.Day;
import dev.burnline.report.WeeklySummary.DayOutcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a weekly report or a budget review adds to the sentence of cause. */
final class ReviewCause {

  private static final int MOST_ACTIONS = 2;

  private final Report report;
  private final Findings findings;
  private final Words words;

  ReviewCause(Report report, Findings findings, Words words) {
    this.report = report;
    this.findings = findings;
    this.words = words;
  }

  /** Adds nothing in other reports. */
  void addTo(List<String> said) {
    findings
        .worst()
        .ifPresent(
            worst -> {
              missedDays(worst).ifPresent(said::add);
              due(worst).ifPresent(said::add);
            });
    WeeklySummary weekly = report.weekly();
    if (weekly != null && !weekly.regressions().isEmpty()) {
      var first = weekly.regressions().get(0);
      said.add(
          words.say(
              "cause.regression",
              words.say("change." + first.measure()),
              first.service(),
              words.times(first.factor())));
    }
  }

  private Optional<String> missedDays(Findings.Worst worst) {
    return new Reviews(report)
        .week(worst.service(), worst.slo())
        .filter(week -> week.missedDays() > 0)
        .map(
            week ->
                words.say(
                    "cause.missed_days",
                    words.count(week.missedDays()),
                    words.count((long) week.days().size()),
                    week.days().stream()
                        .filter(day -> day.outcome() == DayOutcome.MISSED)
                        .map(this::day)
                        .collect(Collectors.joining(words.say("list.comma")))));
  }

  private String day(Day day) {
    return words.weekday(day.date()) + " " + day.date().getDayOfMonth();
  }

  private Optional<String> due(Findings.Worst worst) {
    var budgetWords = new BudgetWords(words);
    return new Reviews(report)
        .budget(worst.service(), worst.slo())
        .filter(budget -> !budget.actions().isEmpty())
        .map(
            budget ->
                words.say(
                    "cause.due",
                    budget.actions().stream()
                        .limit(MOST_ACTIONS)
                        .map(budgetWords::action)
                        .collect(Collectors.joining(words.say("list.semicolon")))));
  }
}
