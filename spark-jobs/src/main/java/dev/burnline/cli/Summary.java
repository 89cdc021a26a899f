package dev.burnline.cli;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.burnline.render.finding.Findings;
import dev.burnline.render.words.Words;
import dev.burnline.report.AlertReport;
import dev.burnline.report.Completeness;
import dev.burnline.report.Report;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.SloReport;
import dev.burnline.report.WeeklySummary;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.StringJoiner;

/** What a person sees in the terminal after a report was made. */
final class Summary {

  static final int MOST_SERVICES = 10;
  private static final int MOST_ALERTS = 10;

  /** Of a text out of a log or a file. */
  private static final int LONGEST_NAME = 80;

  private final Report report;
  private final Path folder;
  private final Words words;

  Summary(Report report, Path folder) {
    this.report = report;
    this.folder = folder;
    this.words = new Words(Locale.ENGLISH, report.window().zone());
  }

  /** Returns a few lines: verdict, SLOs with budget, completeness, where the report is. */
  String text() {
    StringJoiner lines = new StringJoiner("\n");
    Completeness data = report.completeness();
    lines.add(
        format(
            "%s  %s %s (%s)  %,d requests",
            report.verdict(),
            report.kind().name().toLowerCase(Locale.ROOT),
            period(),
            report.window().zone(),
            data.requests()));
    Findings.of(report).services().stream()
        .limit(MOST_SERVICES)
        .forEach(service -> addService(lines, service));
    if (report.services().size() > MOST_SERVICES) {
      lines.add(format("  and %d services more", report.services().size() - MOST_SERVICES));
    }
    report.alerts().stream()
        .filter(alert -> alert.state() == AlertReport.State.FIRING)
        .limit(MOST_ALERTS)
        .forEach(alert -> lines.add("  " + AlertLines.text(alert)));
    ReviewSummary.of(report).forEach(lines::add);
    lines.add(
        format(
            "  data: %,d segments, %,.1f MiB, %,d lines, %,d unusable, %,d lost, %,d unfinished"
                + " requests",
            data.segments(),
            data.bytes() / (double) (1 << 20),
            data.lines(),
            data.malformed(),
            data.lostLines(),
            data.unfinishedRequests()));
    lines.add("report: " + folder.resolve("report.html"));
    return lines.toString();
  }

  /** A day, a week, or the last day that counts. */
  private String period() {
    WeeklySummary weekly = report.weekly();
    if (weekly != null) {
      return weekly.week();
    }
    Instant instant =
        report.kind() == Report.Kind.BUDGET
            ? report.window().end().minusMillis(1)
            : report.window().start();
    return instant.atZone(report.window().zone()).toLocalDate().toString();
  }

  private void addService(StringJoiner lines, ServiceReport service) {
    String errors =
        service.errorRate() == null ? "" : format(", %.2f %% errors", 100 * service.errorRate());
    String p95 =
        service.latency().durationMs() == null
            ? ""
            : format(", p95 %.1f s", service.latency().durationMs().p95() / 1000);
    lines.add(
        format(
            "  %s  %s  %,d requests%s%s",
            clean(service.service()), service.verdict(), service.requests(), errors, p95));
    service.wholeSlos().forEach(slo -> lines.add(sloLine(slo)));
  }

  private String sloLine(SloReport slo) {
    // A review is of the SLO's own window, a night or a week of that time.
    Double sli = slo.period().sli();
    SloReport.Budget budget = slo.budget();
    Double burn = slo.burnRates().get("1d");
    return format(
        "    %-20s %s %s of %s  %s budget left %s  24 h burn %s  %s%s",
        clean(slo.name()),
        periodName(),
        plain(words.indicator(sli)),
        plain(words.objective(slo.objective())),
        slo.window().duration(),
        budget == null ? "no data" : format("%.1f %%", 100 * budget.remainingRatio()),
        burn == null ? "no data" : format("%.2f", burn),
        slo.status(),
        Estimates.suffix(slo.estimate()));
  }

  /** What the indicator is of; the budget is always that of the SLO's own window. */
  private String periodName() {
    return switch (report.kind()) {
      case NIGHTLY -> "day";
      case WEEKLY -> "week";
      case BUDGET -> "window";
    };
  }

  /** Terminals that know no other space are common. */
  private static String plain(String said) {
    return said.replace('\u00a0', ' ');
  }

  /** Returns one JSON object on one line. */
  String json() {
    return format(
        "{\"verdict\":\"%s\",\"requests\":%d,\"report\":%s,\"json\":%s}",
        report.verdict(),
        report.completeness().requests(),
        quoted(folder.resolve("report.html")),
        quoted(folder.resolve("report.json")));
  }

  private static String quoted(Path path) {
    return '"'
        + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(path.toString()))
        + '"';
  }

  static String clean(String name) {
    int end =
        name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length())));
    return Console.clean(name.substring(0, end));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
