package dev.burnline.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.burnline.job.EvaluateAlertsJob;
import dev.burnline.report.AlertReport;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.SloReport;
import dev.burnline.report.Window;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What an SLO file would have paged, by SLO and severity.
 *
 * @param logged the part of the window that has logs; episodes a week are of it
 */
record Backtest(Window window, Window logged, List<Row> rows, Estimates estimates) {

  private static final double LEAST_DAYS = 22.0 / 24;
  private static final String STALE = "SLODataStale";
  private static final double MINUTES_OF_A_DAY = 24 * 60;

  Backtest {
    rows = List.copyOf(rows);
  }

  /** The episodes of one severity, which may be none, or those of stale data. */
  record Row(
      String service,
      String slo,
      AlertReport.Severity severity,
      String alertname,
      List<AlertReport> episodes) {

    Row {
      episodes = List.copyOf(episodes);
    }
  }

  static Backtest of(EvaluateAlertsJob.Result result) {
    List<Row> rows = new ArrayList<>();
    for (ServiceReport service : result.services()) {
      for (SloReport slo : service.wholeSlos()) {
        for (AlertReport.Severity severity : AlertReport.Severity.values()) {
          rows.add(row(result, service, slo, severity, "SLOBudgetBurn"));
        }
        Row stale = row(result, service, slo, AlertReport.Severity.TICKET, STALE);
        if (!stale.episodes().isEmpty()) {
          rows.add(stale);
        }
      }
    }
    return new Backtest(
        result.window(), result.logged().orElseThrow(), rows, Estimates.of(result.services()));
  }

  private static Row row(
      EvaluateAlertsJob.Result result,
      ServiceReport service,
      SloReport slo,
      AlertReport.Severity severity,
      String alertname) {
    String name = service.service();
    return new Row(
        name,
        slo.name(),
        severity,
        alertname,
        result.alerts().stream()
            .filter(
                alert ->
                    alert.service().equals(name)
                        && alert.slo().equals(slo.name())
                        && alert.severity() == severity
                        && alert.alertname().equals(alertname))
            .toList());
  }

  /**
   * Returns episodes a week. Null of less than a day, which tells nothing of a week, and of stale
   * data, which come where there are no logs.
   */
  private @Nullable Double perWeek(Row row) {
    return isTooShort() || row.alertname().equals(STALE)
        ? null
        : (Double) (row.episodes().size() * 7 / loggedDays());
  }

  /** A civil day may have 23 hours, and its first and last line stand somewhere in it. */
  private boolean isTooShort() {
    return loggedDays() < LEAST_DAYS;
  }

  private String weekly(Row row) {
    Double rate = perWeek(row);
    return rate == null ? "" : AlertLines.format(", %.1f a week", rate);
  }

  private double loggedDays() {
    return Duration.between(logged.start(), logged.end()).toMinutes() / MINUTES_OF_A_DAY;
  }

  String text() {
    StringJoiner lines = new StringJoiner("\n");
    lines.add("%s to %s (%s)".formatted(window.start(), window.end(), window.zone()));
    if (isTooShort()) {
      lines.add(
          AlertLines.format(
              "logs from %s to %s, too short for episodes a week", logged.start(), logged.end()));
    } else if (!logged.equals(window)) {
      lines.add(
          AlertLines.format(
              "episodes a week are of %.1f days, from the first to the last log line: %s to %s",
              loggedDays(), logged.start(), logged.end()));
    }
    for (Row row : rows) {
      lines.add(
          AlertLines.format(
              "%s  %s  %s %s: %d%s%s",
              Console.clean(row.service()),
              Console.clean(row.slo()),
              AlertLines.name(row.severity()),
              row.alertname(),
              row.episodes().size(),
              weekly(row),
              Estimates.suffix(estimates.of(row.service(), row.slo()))));
      row.episodes().forEach(alert -> lines.add("    " + AlertLines.text(alert)));
    }
    if (rows.isEmpty()) {
      lines.add("no service of the file has a request in these days");
    }
    return lines.toString();
  }

  String json() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = AlertLines.generator(text)) {
      json.writeStartObject();
      json.writeStringField("start", window.start().toString());
      json.writeStringField("end", window.end().toString());
      json.writeStringField("zone", window.zone().getId());
      json.writeStringField("logs_start", logged.start().toString());
      json.writeStringField("logs_end", logged.end().toString());
      json.writeArrayFieldStart("slos");
      for (Row row : rows) {
        json.writeStartObject();
        json.writeStringField("service", row.service());
        json.writeStringField("slo", row.slo());
        json.writeStringField("severity", AlertLines.name(row.severity()));
        json.writeStringField("alertname", row.alertname());
        json.writeNumberField("episodes", row.episodes().size());
        Double rate = perWeek(row);
        if (rate == null) {
          json.writeNullField("episodes_per_week");
        } else {
          json.writeNumberField("episodes_per_week", rate);
        }
        SloReport.Estimate estimate = estimates.of(row.service(), row.slo());
        if (estimate == null) {
          json.writeNullField("estimate");
        } else {
          json.writeObjectFieldStart("estimate");
          Estimates.write(json, estimate);
          json.writeEndObject();
        }
        json.writeArrayFieldStart("alerts");
        for (AlertReport alert : row.episodes()) {
          AlertLines.write(json, alert);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }
}
