package dev.burnline.evaluate;

import static java.util.Objects.requireNonNull;

import dev.burnline.report.AlertReport;
import dev.burnline.report.BudgetReview.ServiceBudget;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.WeeklySummary.ServiceWeek;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of one service.
 *
 * @param alerts of its SLOs, as far as they overlap the report's window
 * @param week of a weekly report only
 * @param budget of a budget review only
 */
public record EvaluatedService(
    ServiceReport report,
    List<AlertReport> alerts,
    @Nullable ServiceWeek week,
    @Nullable ServiceBudget budget)
    implements Serializable {

  public EvaluatedService {
    requireNonNull(report, "report is null");
    alerts = List.copyOf(alerts);
  }
}
