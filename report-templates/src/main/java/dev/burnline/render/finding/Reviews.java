package dev.burnline.render.finding;

import dev.burnline.report.AlertReport;
import dev.burnline.report.BudgetReview;
import dev.burnline.report.BudgetReview.ServiceBudget;
import dev.burnline.report.BudgetReview.SloBudget;
import dev.burnline.report.Report;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.SloReport;
import dev.burnline.report.WeeklySummary;
import dev.burnline.report.WeeklySummary.ServiceWeek;
import dev.burnline.report.WeeklySummary.SloWeek;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a weekly report or a budget review says of a service or an SLO. They stand in the
 * order of the report's services and SLOs, so place and not name decides: cleaned names may be
 * equal. Groups of an SLO have no place: neither a week nor a budget is told of them.
 */
public final class Reviews {

  private final Report report;

  /** Looks things up in one report. */
  public Reviews(Report report) {
    this.report = report;
  }

  /** The week of a service of the report; empty in other reports. */
  public Optional<ServiceWeek> week(ServiceReport service) {
    WeeklySummary weekly = report.weekly();
    return weekly == null
        ? Optional.empty()
        : at(weekly.services(), placeOf(report.services(), service));
  }

  /** The week of one of the service's SLOs. */
  public Optional<SloWeek> week(ServiceReport service, SloReport slo) {
    return week(service).flatMap(week -> at(week.slos(), placeOf(service.wholeSlos(), slo)));
  }

  /** The budgets of a service of the report; empty in other reports. */
  public Optional<ServiceBudget> budget(ServiceReport service) {
    BudgetReview review = report.budgetReview();
    return review == null
        ? Optional.empty()
        : at(review.services(), placeOf(report.services(), service));
  }

  /** The budget of one of the service's SLOs. */
  public Optional<SloBudget> budget(ServiceReport service, SloReport slo) {
    return budget(service).flatMap(budget -> at(budget.slos(), placeOf(service.wholeSlos(), slo)));
  }

  /** The times in which a budget burned too fast, by start. */
  public static List<AlertReport> alerts(Report report, ServiceReport service, SloReport slo) {
    return report.alerts().stream()
        .filter(alert -> alert.service().equals(service.service()))
        .filter(alert -> alert.slo().equals(slo.name()))
        .filter(alert -> alert.burnLong() != null)
        .toList();
  }

  /** By identity: two services may be equal, and records compare all they hold. */
  private static <T> int placeOf(List<T> all, T one) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) == one) {
        return i;
      }
    }
    return -1;
  }

  private static <T> Optional<T> at(List<T> all, int place) {
    return place >= 0 && place < all.size() ? Optional.of(all.get(place)) : Optional.empty();
  }
}
