package dev.burnline.report;

import dev.burnline.report.AlertReport.Severity;
import dev.burnline.report.AlertReport.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Episodes of alerts. */
final class SampleAlerts {

  private SampleAlerts() {}

  /** A page that is over, the ticket of the same outage that still fires, and a day of silence. */
  static List<AlertReport> ofAnOutage(String service, String slo) {
    return List.of(
        new AlertReport(
            "SLODataStale",
            "embed",
            slo,
            Severity.TICKET,
            State.RESOLVED,
            Instant.parse("2026-11-23T02:00:00Z"),
            Instant.parse("2026-11-23T09:14:00Z"),
            "",
            "",
            null,
            null,
            null),
        burn(service, slo, Severity.PAGE, "2026-11-23T14:06:00Z", "2026-11-23T14:47:00Z"),
        burn(service, slo, Severity.TICKET, "2026-11-23T14:09:00Z", null));
  }

  private static AlertReport burn(
      String service, String slo, Severity severity, String start, @Nullable String end) {
    boolean page = severity == Severity.PAGE;
    return new AlertReport(
        "SLOBudgetBurn",
        service,
        slo,
        severity,
        end == null ? State.FIRING : State.RESOLVED,
        Instant.parse(start),
        end == null ? null : Instant.parse(end),
        page ? "1h" : "1d",
        page ? "5m" : "2h",
        page ? 69.0 : 3.5,
        page ? 111.1 : 45.5,
        page ? 2.12 : 0.205);
  }

  /** An alert that an attacker has named. */
  static List<AlertReport> named(String text) {
    return List.of(
        new AlertReport(
            text,
            text,
            text,
            Severity.PAGE,
            State.FIRING,
            Instant.parse("2026-11-23T10:01:00Z"),
            null,
            text,
            text,
            40.0,
            null,
            1.0));
  }
}
