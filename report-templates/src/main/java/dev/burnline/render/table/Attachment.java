package dev.burnline.render.table;

import static java.util.Objects.requireNonNull;

import dev.burnline.report.BudgetReview;
import dev.burnline.report.Report;
import dev.burnline.report.WeeklySummary;

/**
 * The one table that a mail carries: the figures behind its pictures.
 *
 * @param fileName as it stands in the report's folder
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record Attachment(String fileName, byte[] csv) {

  public Attachment {
    requireNonNull(fileName, "fileName is null");
    requireNonNull(csv, "csv is null");
  }

  /** Minutes of a night, days of a week, the burn-down of a budget. */
  public static Attachment of(Report report) {
    WeeklySummary weekly = report.weekly();
    if (weekly != null) {
      return new Attachment("slo_days.csv", WeeklyTables.sloDays(weekly));
    }
    BudgetReview review = report.budgetReview();
    if (review != null) {
      return new Attachment("burn_down.csv", BudgetTables.burnDown(review));
    }
    return new Attachment("per_minute.csv", CsvTables.perMinute(report));
  }
}
