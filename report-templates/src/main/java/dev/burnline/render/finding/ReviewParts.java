package dev.burnline.render.finding;

import dev.burnline.render.words.Words;
import dev.burnline.report.AlertReport;
import dev.burnline.report.BudgetReview.SloBudget;
import dev.burnline.report.Report;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.SloReport;
import dev.burnline.report.WeeklySummary.Day;
import dev.burnline.report.WeeklySummary.SloWeek;
import dev.burnline.report.WeeklySummary.Spend;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values that the templates of weekly reports and budget reviews show, said in words. */
public final class ReviewParts {

  private static final int MOST_ALERTS = 12;

  private final Report report;
  private final Reviews reviews;
  private final Words words;

  /** Says the parts of one report. */
  public ReviewParts(Report report, Words words) {
    this.report = report;
    this.reviews = new Reviews(report);
    this.words = words;
  }

  /** A week for each of these SLOs of a service: {@code slo}, {@code days}, {@code spend}. */
  public List<Map<String, Object>> weeks(ServiceReport service, List<SloReport> slos) {
    var parts = new ArrayList<Map<String, Object>>();
    for (SloReport slo : slos) {
      reviews
          .week(service, slo)
          .ifPresent(
              week -> parts.add(Map.of("slo", slo, "days", days(week), "spend", spend(week))));
    }
    return parts;
  }

  private List<Map<String, Object>> days(SloWeek week) {
    return week.days().stream().map(this::day).toList();
  }

  private Map<String, Object> day(Day of) {
    return Map.of(
        "name",
        words.weekday(of.date()),
        "number",
        of.date().getDayOfMonth(),
        "date",
        of.date().toString(),
        "of",
        of);
  }

  private static List<Map<String, Object>> spend(SloWeek week) {
    double most =
        week.spend().stream()
            .mapToDouble(of -> of.budgetShare() == null ? 0 : of.budgetShare())
            .max()
            .orElse(0);
    return week.spend().stream().map(of -> spend(of, Math.max(1, most))).toList();
  }

  private static Map<String, Object> spend(Spend of, double most) {
    var part = new HashMap<String, Object>();
    part.put("of", of);
    part.put("monday", of.monday().toString().substring(5));
    Double share = of.budgetShare();
    part.put("height", share == null ? 0 : share / most);
    return part;
  }

  /**
   * A budget for each of these SLOs of a service: {@code slo}, {@code of}, {@code actions}, {@code
   * post_mortem}, {@code alerts} and {@code alerts_left_out}.
   */
  public List<Map<String, Object>> budgets(ServiceReport service, List<SloReport> slos) {
    var parts = new ArrayList<Map<String, Object>>();
    for (SloReport slo : slos) {
      reviews.budget(service, slo).ifPresent(budget -> parts.add(budget(service, slo, budget)));
    }
    return parts;
  }

  private Map<String, Object> budget(ServiceReport service, SloReport slo, SloBudget budget) {
    var budgetWords = new BudgetWords(words);
    var part = new HashMap<String, Object>();
    part.put("slo", slo);
    part.put("of", budget);
    part.put("post_mortem", budget.postMortemRequired());
    part.put("actions", budget.actions().stream().map(budgetWords::action).toList());
    List<AlertReport> alerts = Reviews.alerts(report, service, slo);
    part.put("alerts", costliest(alerts));
    part.put("alerts_left_out", Math.max(0, alerts.size() - MOST_ALERTS));
    return part;
  }

  /** Those that spent most and those that still fire, by start. */
  private static List<AlertReport> costliest(List<AlertReport> alerts) {
    return alerts.stream()
        .sorted(
            Comparator.comparing(AlertReport::state)
                .thenComparing(
                    AlertReport::budgetSpent,
                    Comparator.nullsLast(Comparator.<Double>reverseOrder())))
        .limit(MOST_ALERTS)
        .sorted(Comparator.comparing(AlertReport::startsAt))
        .toList();
  }
}
