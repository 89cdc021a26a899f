package dev.burnline.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One report, as written to {@code report.json}.
 *
 * @param schema always {@link #SCHEMA}
 * @param kind which command made it
 * @param run what made it, when, from what; the only part that differs between two runs on the same
 *     lines
 * @param window the reported time, half open
 * @param verdict the verdict of the worst service
 * @param completeness how much of the log was there and readable
 * @param services one entry per service seen in the window or in an SLO window, by name
 * @param alerts the episodes that overlap the window, by start
 * @param weekly of a weekly report only; null otherwise
 * @param budgetReview of a budget review only; null otherwise
 */
public record Report(
    String schema,
    Kind kind,
    Run run,
    Window window,
    Verdict verdict,
    Completeness completeness,
    List<ServiceReport> services,
    List<AlertReport> alerts,
    @Nullable WeeklySummary weekly,
    @Nullable BudgetReview budgetReview) {

  /** The value of {@code schema} that this version writes and reads. */
  public static final String SCHEMA = "burnline.report/1";

  public Report {
    requireNonNull(schema, "schema is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(run, "run is null");
    requireNonNull(window, "window is null");
    requireNonNull(verdict, "verdict is null");
    requireNonNull(completeness, "completeness is null");
    services = List.copyOf(services);
    alerts = List.copyOf(alerts);
  }

  /**
   * Returns the time that the {@code period} of an SLO is of: the report's window, and in a budget
   * review, whose window is the longest of all, the SLO's own as far as it has passed.
   */
  public Window periodOf(SloReport slo) {
    Instant start = slo.window().start();
    return kind == Kind.BUDGET && start.isAfter(window.start())
        ? new Window(start, window.end(), window.zone())
        : window;
  }

  /** Creates a report that has no part of its kind's own. */
  public Report(
      String schema,
      Kind kind,
      Run run,
      Window window,
      Verdict verdict,
      Completeness completeness,
      List<ServiceReport> services,
      List<AlertReport> alerts) {
    this(schema, kind, run, window, verdict, completeness, services, alerts, null, null);
  }

  /** The kinds of report; in JSON in lower case. */
  public enum Kind {
    NIGHTLY,
    WEEKLY,
    BUDGET
  }
}
