package dev.burnline.slo.alert;

import static java.util.Objects.requireNonNull;

import dev.burnline.report.AlertReport;
import dev.burnline.slo.DurationShorthand;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time from the first minute at which an alert holds to the first at which it does no more.
 *
 * @param startMinute since 1970
 * @param endMinute since 1970; null while it holds
 * @param first what held at the start, the first in the order of the rules; null for stale data
 * @param budgetSpent the share of the SLO window's budget that went from the start of the first
 *     long lookback to the end, or to the last evaluated minute; null without a budget
 */
public record AlertEpisode(
    Cause cause,
    BurnRatePair.Severity severity,
    long startMinute,
    @Nullable Long endMinute,
    @Nullable HeldAlert first,
    @Nullable Double budgetSpent) {

  public AlertEpisode {
    requireNonNull(cause, "cause is null");
    requireNonNull(severity, "severity is null");
  }

  /** What an episode is about. */
  public enum Cause {
    BUDGET_BURN("SLOBudgetBurn"),
    STALE_DATA("SLODataStale");

    private final String alertname;

    Cause(String alertname) {
      this.alertname = alertname;
    }

    /** Returns the name of the alert at Alertmanager. */
    public String alertname() {
      return alertname;
    }
  }

  /** Returns whether it holds at the last evaluated minute. */
  public boolean isFiring() {
    return endMinute == null;
  }

  /**
   * Returns whether some of it is in a report's window. An alert that fires at the very end of the
   * window is in it, as the window's end is when its state is told.
   */
  public boolean overlaps(long windowStart, long windowEnd) {
    return startMinute <= windowEnd && (endMinute == null || endMinute > windowStart);
  }

  /**
   * Returns the episode as it stands in a report.
   *
   * @param slo with its group value where there is one
   */
  public AlertReport report(String service, String slo) {
    return new AlertReport(
        cause.alertname(),
        service,
        slo,
        AlertReport.Severity.valueOf(severity.name()),
        isFiring() ? AlertReport.State.FIRING : AlertReport.State.RESOLVED,
        instant(startMinute),
        endMinute == null ? null : instant(endMinute),
        first == null ? "" : DurationShorthand.of(first.longLookback()).toString(),
        first == null || first.shortLookback() == null
            ? ""
            : DurationShorthand.of(first.shortLookback()).toString(),
        first == null ? null : first.burnLong(),
        first == null ? null : first.burnShort(),
        budgetSpent);
  }

  private static Instant instant(long minute) {
    return Instant.ofEpochSecond(Math.multiplyExact(minute, 60L));
  }
}
