package dev.burnline.report;

import dev.burnline.report.Run.MalformedSample;
import dev.burnline.report.Run.UnreadSource;
import java.io.IOException;
import java.util.Locale;

/** The outer parts of a report as JSON. */
final class ReportOut {

  private ReportOut() {}

  static void report(JsonOut out, Report report) throws IOException {
    out.object(report, ReportOut::fields);
  }

  private static void fields(JsonOut out, Report report) throws IOException {
    out.text("schema", report.schema());
    out.text("kind", report.kind().name().toLowerCase(Locale.ROOT));
    out.object("run", report.run(), ReportOut::run);
    out.object("window", report.window(), ReportOut::window);
    out.text("verdict", report.verdict().name());
    out.object("completeness", report.completeness(), ReportOut::completeness);
    out.blocks("services", report.services(), ServiceOut::service);
    out.rows("alerts", report.alerts(), ReportOut::alert);
    out.object("weekly", report.weekly(), WeeklyOut::weekly);
    out.object("budget_review", report.budgetReview(), BudgetOut::review);
  }

  private static void alert(JsonOut out, AlertReport alert) throws IOException {
    out.text("alertname", alert.alertname());
    out.text("service", alert.service());
    out.text("slo", alert.slo());
    out.text("severity", alert.severity().name().toLowerCase(Locale.ROOT));
    out.text("state", alert.state().name().toLowerCase(Locale.ROOT));
    out.instant("starts_at", alert.startsAt());
    out.instant("ends_at", alert.endsAt());
    out.text("long_window", alert.longWindow());
    out.text("short_window", alert.shortWindow());
    out.number("burn_long", alert.burnLong());
    out.number("burn_short", alert.burnShort());
    out.number("budget_spent", alert.budgetSpent());
  }

  private static void run(JsonOut out, Run run) throws IOException {
    out.text("run_id", run.runId());
    out.instant("generated_at", run.generatedAt());
    out.text("version", run.version());
    out.text("config_sha256", run.configSha256());
    out.texts("sources", run.sources());
    out.rows("malformed_samples", run.malformedSamples(), ReportOut::malformedSample);
    out.rows("unread", run.unread(), ReportOut::unread);
    out.texts("warnings", run.warnings());
    out.whole("revision", (long) run.revision());
    out.whole("late_lines", run.lateLines());
  }

  private static void malformedSample(JsonOut out, MalformedSample sample) throws IOException {
    out.text("source", sample.source());
    out.whole("offset", sample.offset());
    out.text("reason", sample.reason());
  }

  private static void unread(JsonOut out, UnreadSource unread) throws IOException {
    out.text("source", unread.source());
    out.text("reason", unread.reason());
  }

  private static void window(JsonOut out, Window window) throws IOException {
    out.instant("start", window.start());
    out.instant("end", window.end());
    out.text("zone", window.zone().getId());
  }

  private static void completeness(JsonOut out, Completeness completeness) throws IOException {
    out.whole("segments", completeness.segments());
    out.whole("bytes", completeness.bytes());
    out.whole("lines", completeness.lines());
    out.whole("requests", completeness.requests());
    out.whole("malformed", completeness.malformed());
    out.counts("malformed_by_reason", completeness.malformedByReason());
    out.whole("lost_lines", completeness.lostLines());
    out.whole("unfinished_requests", completeness.unfinishedRequests());
    out.whole("duplicate_requests", completeness.duplicateRequests());
    out.whole("repeated_lines", completeness.repeatedLines());
    out.whole("unlogged_requests", completeness.unloggedRequests());
  }
}
