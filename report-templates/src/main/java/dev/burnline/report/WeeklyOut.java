package dev.burnline.report;

import dev.burnline.report.WeeklySummary.Change;
import dev.burnline.report.WeeklySummary.Day;
import dev.burnline.report.WeeklySummary.FailureMover;
import dev.burnline.report.WeeklySummary.Night;
import dev.burnline.report.WeeklySummary.ServiceWeek;
import dev.burnline.report.WeeklySummary.SloWeek;
import dev.burnline.report.WeeklySummary.Spend;
import java.io.IOException;
import java.util.Locale;

/** The weekly part of a report as JSON. */
final class WeeklyOut {

  private WeeklyOut() {}

  static void weekly(JsonOut out, WeeklySummary weekly) throws IOException {
    out.text("week", weekly.week());
    out.blocks("services", weekly.services(), WeeklyOut::service);
    out.rows("regressions", weekly.regressions(), WeeklyOut::change);
    out.rows("improvements", weekly.improvements(), WeeklyOut::change);
    out.rows("nights", weekly.nights(), WeeklyOut::night);
  }

  private static void service(JsonOut out, ServiceWeek of) throws IOException {
    out.text("service", of.service());
    out.blocks("slos", of.slos(), WeeklyOut::slo);
    out.rows("failures", of.failures(), WeeklyOut::failure);
  }

  private static void slo(JsonOut out, SloWeek of) throws IOException {
    out.text("slo", of.slo());
    out.object("group", of.group(), SloOut::group);
    out.rows("days", of.days(), WeeklyOut::day);
    out.rows("spend", of.spend(), WeeklyOut::spend);
  }

  private static void day(JsonOut out, Day of) throws IOException {
    out.text("date", of.date().toString());
    out.text("outcome", of.outcome().name());
    out.whole("good", of.good());
    out.whole("total", of.total());
    out.whole("bad", of.bad());
    out.number("sli", of.sli());
  }

  private static void spend(JsonOut out, Spend of) throws IOException {
    out.text("monday", of.monday().toString());
    out.whole("good", of.good());
    out.whole("total", of.total());
    out.whole("bad", of.bad());
    out.number("budget_share", of.budgetShare());
  }

  private static void change(JsonOut out, Change of) throws IOException {
    out.text("service", of.service());
    out.text("measure", of.measure());
    out.number("now", of.now());
    out.number("before", of.before());
    out.number("factor", of.factor());
    out.whole("count_now", of.countNow());
    out.whole("count_before", of.countBefore());
  }

  private static void failure(JsonOut out, FailureMover of) throws IOException {
    out.text("error_type", of.errorType());
    out.text("movement", of.movement().name().toLowerCase(Locale.ROOT));
    out.whole("requests", of.requests());
    out.whole("before", of.before());
    out.whole("total", of.total());
    out.whole("total_before", of.totalBefore());
  }

  private static void night(JsonOut out, Night of) throws IOException {
    var revision = of.revision();
    var verdict = of.verdict();
    out.text("date", of.date().toString());
    out.text("state", of.state().name().toLowerCase(Locale.ROOT));
    out.whole("revision", revision == null ? null : (Long) revision.longValue());
    out.whole("late_lines", of.lateLines());
    out.text("verdict", verdict == null ? null : verdict.name());
  }
}
