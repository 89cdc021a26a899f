package dev.burnline.evaluate;

import static java.util.Objects.requireNonNull;

import dev.burnline.report.BudgetReview.ServiceBudget;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.WeeklySummary.ServiceWeek;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A service's part of a report.
 *
 * @param week of a weekly report only
 * @param budget of a budget review only
 */
public record ReviewedService(
    ServiceReport report, @Nullable ServiceWeek week, @Nullable ServiceBudget budget)
    implements Serializable {

  public ReviewedService {
    requireNonNull(report, "report is null");
  }
}
