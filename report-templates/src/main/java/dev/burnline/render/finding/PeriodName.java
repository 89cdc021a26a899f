package dev.burnline.render.finding;

import dev.burnline.render.words.Words;
import dev.burnline.report.Report;
import dev.burnline.report.WeeklySummary;

/** What a report's time is called: a day, a week, or the last day that counts. */
public final class PeriodName {

  private PeriodName() {}

  /** 2026-11-23, 2026-W47. */
  public static String of(Report report, Words words) {
    WeeklySummary weekly = report.weekly();
    if (weekly != null) {
      return weekly.week();
    }
    return report.kind() == Report.Kind.BUDGET
        ? words.date(report.window().end().minusMillis(1))
        : words.date(report.window().start());
  }
}
