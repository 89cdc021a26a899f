package dev.burnline.report;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One episode of a burn-rate alert.
 *
 * @param alertname as the alert is called at Alertmanager, for example {@code SLOBudgetBurn}
 * @param service whose SLO it is
 * @param slo name of the SLO, with its group value where there is one
 * @param startsAt the first whole minute at which the alert holds
 * @param endsAt the first later whole minute at which it holds no more; null while it holds
 * @param longWindow of the pair that held first, for example {@code 1h}
 * @param shortWindow of the pair that held first, for example {@code 5m}
 * @param burnLong burn rate over {@code longWindow} at {@code startsAt}; null where the alert is
 *     not about a burn rate
 * @param burnShort burn rate over {@code shortWindow} at {@code startsAt}; null likewise
 * @param budgetSpent the share of the SLO window's budget that went from the start of the first
 *     long lookback to {@code endsAt}; null likewise, above 1 when it was more than all
 */
public record AlertReport(
    String alertname,
    String service,
    String slo,
    Severity severity,
    State state,
    Instant startsAt,
    @Nullable Instant endsAt,
    String longWindow,
    String shortWindow,
    @Nullable Double burnLong,
    @Nullable Double burnShort,
    @Nullable Double budgetSpent)
    implements Serializable {

  public AlertReport {
    requireNonNull(alertname, "alertname is null");
    requireNonNull(service, "service is null");
    requireNonNull(slo, "slo is null");
    requireNonNull(severity, "severity is null");
    requireNonNull(state, "state is null");
    requireNonNull(startsAt, "startsAt is null");
    requireNonNull(longWindow, "longWindow is null");
    requireNonNull(shortWindow, "shortWindow is null");
    if ((state == State.FIRING) != (endsAt == null)) {
      throw new IllegalArgumentException(
          "an alert ends when it is resolved and not before, got %s and %s"
              .formatted(state, endsAt));
    }
  }

  /** Whom the alert is for; in JSON in lower case. */
  public enum Severity {
    /** Somebody must act now. */
    PAGE,
    /** Somebody must act in the next days. */
    TICKET
  }

  /** Whether it still holds at the end of the report's window; in JSON in lower case. */
  public enum State {
    FIRING,
    RESOLVED
  }
}
