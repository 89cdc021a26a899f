package dev.burnline.evaluate;

import static java.util.Objects.requireNonNull;

import dev.burnline.report.Window;
import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.SloHistory;
import dev.burnline.slo.budget.WindowSpan;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;

/**
 * Which times a report needs.
 *
 * @param purpose what is made of them
 * @param zone whose civil days count
 * @param window the report's own window
 * @param previous the same span before it
 * @param baseline what is compared with besides: the seven civil days before a night, the four
 *     weeks before a week, nothing before a budget
 * @param heatmap the seven civil days that end with it
 * @param sloHistory everything that the SLOs look back on, ending with the report's window
 */
public record ReportPlan(
    Purpose purpose,
    ZoneId zone,
    MinuteSpan window,
    MinuteSpan previous,
    MinuteSpan baseline,
    MinuteSpan heatmap,
    MinuteSpan sloHistory)
    implements Serializable {

  /** How many weeks before a weekly report's own are compared with. */
  static final int WEEKS_BEFORE = 4;

  private static final int DAYS = 7;
  private static final int A_DAY = 24 * 60;

  /** Minutes; an alert with a longer lookback takes in less while an old episode starts. */
  private static final int LONGEST_LOOKBACK = 3 * 24 * 60;

  /** What services are evaluated for. */
  public enum Purpose {
    NIGHTLY,
    WEEKLY,
    BUDGET,
    ALERTS
  }

  public ReportPlan {
    requireNonNull(purpose, "purpose is null");
    requireNonNull(zone, "zone is null");
  }

  /**
   * Plans the report of one civil day.
   *
   * @param slos of the SLO file
   */
  public static ReportPlan nightly(LocalDate date, ZoneId zone, Collection<Slo> slos) {
    MinuteSpan window = MinuteSpan.ofDays(date, date.plusDays(1), zone);
    return new ReportPlan(
        Purpose.NIGHTLY,
        zone,
        window,
        MinuteSpan.ofDays(date.minusDays(1), date, zone),
        MinuteSpan.ofDays(date.minusDays(DAYS), date, zone),
        heatmap(date, zone),
        sloHistory(window, slos));
  }

  /**
   * Plans the report of one week, from Monday to Monday.
   *
   * @param slos of the SLO file
   */
  public static ReportPlan weekly(IsoWeek week, ZoneId zone, Collection<Slo> slos) {
    LocalDate monday = week.monday();
    MinuteSpan window = MinuteSpan.ofDays(monday, monday.plusWeeks(1), zone);
    return new ReportPlan(
        Purpose.WEEKLY,
        zone,
        window,
        MinuteSpan.ofDays(week.mondayBefore(1), monday, zone),
        MinuteSpan.ofDays(week.mondayBefore(WEEKS_BEFORE), monday, zone),
        heatmap(monday.plusDays(DAYS - 1L), zone),
        sloHistory(window, slos));
  }

  /**
   * Plans the review of the budgets as they stand at the end of a civil day. Its window is the
   * longest SLO window as far as it has passed, or the day itself without SLOs.
   *
   * @param slos of the SLO file
   */
  public static ReportPlan budget(LocalDate asOf, ZoneId zone, Collection<Slo> slos) {
    MinuteSpan day = MinuteSpan.ofDays(asOf, asOf.plusDays(1), zone);
    MinuteSpan window = longestSloWindow(day, slos);
    return new ReportPlan(
        Purpose.BUDGET,
        zone,
        window,
        new MinuteSpan(earlier(window.start(), window.end() - window.start()), window.start()),
        new MinuteSpan(window.start(), window.start()),
        heatmap(asOf, zone),
        sloHistory(window, slos));
  }

  /**
   * Plans the evaluation of alerts at the end of a span; nothing else is looked at.
   *
   * @param slos of the SLO file
   */
  public static ReportPlan alerts(MinuteSpan window, ZoneId zone, Collection<Slo> slos) {
    MinuteSpan nothing = new MinuteSpan(window.start(), window.start());
    return new ReportPlan(
        Purpose.ALERTS, zone, window, nothing, nothing, nothing, sloHistory(window, slos));
  }

  private static MinuteSpan heatmap(LocalDate last, ZoneId zone) {
    return MinuteSpan.ofDays(last.minusDays(DAYS - 1L), last.plusDays(1), zone);
  }

  private static MinuteSpan longestSloWindow(MinuteSpan day, Collection<Slo> slos) {
    long start = day.start();
    for (Slo slo : slos) {
      start = Math.min(start, WindowSpan.at(slo.window(), day.end()).start());
    }
    return new MinuteSpan((int) Math.max(start, Integer.MIN_VALUE), day.end());
  }

  private static MinuteSpan sloHistory(MinuteSpan window, Collection<Slo> slos) {
    long start = window.start();
    for (Slo slo : slos) {
      start = Math.min(start, SloHistory.start(slo, window.end()));
    }
    return new MinuteSpan((int) Math.max(start, Integer.MIN_VALUE), window.end());
  }

  /**
   * Returns the minutes at which alerts are evaluated, to the end of the report's window: an SLO
   * window more than the report's own, so that the start of an episode is mostly among them.
   */
  public MinuteSpan alertReplay() {
    return new MinuteSpan(
        earlier(window.start(), sloHistory.end() - sloHistory.start()), window.end());
  }

  /** Returns the minutes whose events the evaluation of alerts looks at. */
  public MinuteSpan alertHistory() {
    return new MinuteSpan(earlier(alertReplay().start(), LONGEST_LOOKBACK), window.end());
  }

  /** Returns the minutes whose SLO events are needed: for alerts, and to be compared with. */
  public MinuteSpan counted() {
    return new MinuteSpan(Math.min(baseline.start(), alertHistory().start()), window.end());
  }

  /**
   * Returns the minutes whose estimates are told with an SLO: those of its window, for alerts all
   * that their evaluation looks at.
   *
   * @param sloWindow as far as it has passed
   */
  MinuteSpan estimated(MinuteSpan sloWindow) {
    return purpose == Purpose.ALERTS ? alertHistory() : sloWindow;
  }

  private static int earlier(int minute, int by) {
    return (int) Math.max(Integer.MIN_VALUE, (long) minute - by);
  }

  /** Returns everything from the first minute that matters to the last. */
  public MinuteSpan needed() {
    return new MinuteSpan(Math.min(previous.start(), counted().start()), window.end());
  }

  /**
   * Returns the minute up to which rollups are looked at for what ends after the window: requests
   * that were received in it, and lines that its last heartbeat has counted.
   */
  public int afterwards() {
    return window.end() + A_DAY;
  }

  /** Returns whether the report shows every minute; of many days that would be too much. */
  boolean hasMinutes() {
    return purpose == Purpose.NIGHTLY;
  }

  /** Returns whether it is told what budgets were spent on; for alerts that would be dear. */
  boolean hasLedgers() {
    return purpose != Purpose.ALERTS;
  }

  /** Returns whether SLOs are reported by the values of fields; alerts are of whole SLOs. */
  boolean hasGroups() {
    return purpose != Purpose.ALERTS;
  }

  /** Returns the last civil day of the window. */
  public LocalDate lastDay() {
    return LocalDate.ofInstant(MinuteSpan.instantOf(window.end() - 1), zone);
  }

  /**
   * Returns over which time an SLO's indicator is held against its objective: the report's window,
   * and in a budget review, whose window is the longest of all, the SLO's own as far as it has
   * passed.
   */
  Window periodOf(Slo slo) {
    if (purpose != Purpose.BUDGET) {
      return reportWindow();
    }
    long start = Math.max(window.start(), WindowSpan.at(slo.window(), window.end()).start());
    return new Window(MinuteSpan.instantOf((int) start), MinuteSpan.instantOf(window.end()), zone);
  }

  /** Returns the window as it stands in the report. */
  public Window reportWindow() {
    return window.window(zone);
  }
}
