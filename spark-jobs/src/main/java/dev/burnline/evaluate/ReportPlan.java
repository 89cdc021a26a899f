package dev.burnline.evaluate;

import static java.util.Objects.requireNonNull;

import dev.burnline.report.Report.Kind;
import dev.burnline.report.Window;
import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;

/**
 * Which times a report needs.
 *
 * @param kind of the report
 * @param zone whose civil days count
 * @param window the report's own window
 * @param previous the same span before it
 * @param baseline what is compared with besides: the seven civil days before a night, the four
 *     weeks before a week, nothing before a budget
 * @param heatmap the seven civil days that end with it
 * @param sloHistory everything that the SLOs look back on, ending with the report's window
 * @param counted the minutes whose SLO events are needed: {@code sloHistory}, or more where earlier
 *     weeks are shown
 */
public record ReportPlan(
    Kind kind,
    ZoneId zone,
    MinuteSpan window,
    MinuteSpan previous,
    MinuteSpan baseline,
    MinuteSpan heatmap,
    MinuteSpan sloHistory,
    MinuteSpan counted)
    implements Serializable {

  /** How many weeks before a weekly report's own are compared with. */
  static final int WEEKS_BEFORE = 4;

  private static final int DAYS = 7;

  public ReportPlan {
    requireNonNull(kind, "kind is null");
    requireNonNull(zone, "zone is null");
  }

  /**
   * Plans the report of one civil day.
   *
   * @param slos of the SLO file
   */
  public static ReportPlan nightly(LocalDate date, ZoneId zone, Collection<Slo> slos) {
    MinuteSpan window = MinuteSpan.ofDays(date, date.plusDays(1), zone);
    MinuteSpan history = sloHistory(window, slos);
    return new ReportPlan(
        Kind.NIGHTLY,
        zone,
        window,
        MinuteSpan.ofDays(date.minusDays(1), date, zone),
        MinuteSpan.ofDays(date.minusDays(DAYS), date, zone),
        heatmap(date, zone),
        history,
        history);
  }

  /**
   * Plans the report of one week, from Monday to Monday.
   *
   * @param slos of the SLO file
   */
  public static ReportPlan weekly(IsoWeek week, ZoneId zone, Collection<Slo> slos) {
    LocalDate monday = week.monday();
    MinuteSpan window = MinuteSpan.ofDays(monday, monday.plusWeeks(1), zone);
    MinuteSpan history = sloHistory(window, slos);
    MinuteSpan before = MinuteSpan.ofDays(week.mondayBefore(WEEKS_BEFORE), monday, zone);
    return new ReportPlan(
        Kind.WEEKLY,
        zone,
        window,
        MinuteSpan.ofDays(week.mondayBefore(1), monday, zone),
        before,
        heatmap(monday.plusDays(DAYS - 1L), zone),
        history,
        new MinuteSpan(Math.min(before.start(), history.start()), window.end()));
  }

  /**
   * Plans the review of the budgets as they stand at the end of a civil day. Its window is the
   * longest SLO window, or the day itself without SLOs.
   *
   * @param slos of the SLO file
   */
  public static ReportPlan budget(LocalDate asOf, ZoneId zone, Collection<Slo> slos) {
    MinuteSpan day = MinuteSpan.ofDays(asOf, asOf.plusDays(1), zone);
    MinuteSpan window = longestSloWindow(day, slos);
    int length = window.end() - window.start();
    MinuteSpan history = sloHistory(window, slos);
    return new ReportPlan(
        Kind.BUDGET,
        zone,
        window,
        new MinuteSpan(window.start() - length, window.start()),
        new MinuteSpan(window.start(), window.start()),
        heatmap(asOf, zone),
        history,
        history);
  }

  private static MinuteSpan heatmap(LocalDate last, ZoneId zone) {
    return MinuteSpan.ofDays(last.minusDays(DAYS - 1L), last.plusDays(1), zone);
  }

  private static MinuteSpan sloHistory(MinuteSpan window, Collection<Slo> slos) {
    return longestSloWindow(window, slos);
  }

  private static MinuteSpan longestSloWindow(MinuteSpan window, Collection<Slo> slos) {
    long start = window.start();
    for (Slo slo : slos) {
      if (slo.window() instanceof TimeWindow.Rolling rolling) {
        start = Math.min(start, window.end() - rolling.length().toMinutes());
      }
    }
    return new MinuteSpan((int) Math.max(start, Integer.MIN_VALUE), window.end());
  }

  /** Returns everything from the first minute that matters to the last. */
  public MinuteSpan needed() {
    int start = Math.min(Math.min(baseline.start(), previous.start()), counted.start());
    return new MinuteSpan(start, window.end());
  }

  /** Returns whether the report shows every minute; of many days that would be too much. */
  boolean hasMinutes() {
    return kind == Kind.NIGHTLY;
  }

  /** Returns the last civil day of the window. */
  public LocalDate lastDay() {
    return LocalDate.ofInstant(MinuteSpan.instantOf(window.end() - 1), zone);
  }

  /**
   * Returns the kind and the time in short, fit for a folder's name: {@code nightly-2026-11-22},
   * {@code weekly-2026-W47}, {@code budget-2026-11-22}.
   */
  public String name() {
    return switch (kind) {
      case NIGHTLY -> "nightly-" + lastDay();
      case WEEKLY -> "weekly-" + IsoWeek.of(lastDay());
      case BUDGET -> "budget-" + lastDay();
    };
  }

  /** Returns the window as it stands in the report. */
  public Window reportWindow() {
    return new Window(
        MinuteSpan.instantOf(window.start()), MinuteSpan.instantOf(window.end()), zone);
  }
}
