package dev.burnline.evaluate;

import static java.util.Objects.requireNonNull;

import dev.burnline.report.Window;
import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.SloHistory;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;

/**
 * Which times a report needs.
 *
 * @param zone whose civil days count
 * @param window the report's own window
 * @param previous the same span before it
 * @param baseline the seven civil days before it
 * @param heatmap the seven civil days that end with it
 * @param sloHistory everything that the SLOs look back on, ending with the report's window
 */
public record ReportPlan(
    ZoneId zone,
    MinuteSpan window,
    MinuteSpan previous,
    MinuteSpan baseline,
    MinuteSpan heatmap,
    MinuteSpan sloHistory)
    implements Serializable {

  private static final int DAYS = 7;
  private static final int A_DAY = 24 * 60;

  /** Minutes; an alert with a longer lookback takes in less while an old episode starts. */
  private static final int LONGEST_LOOKBACK = 3 * 24 * 60;

  public ReportPlan {
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
        zone,
        window,
        MinuteSpan.ofDays(date.minusDays(1), date, zone),
        MinuteSpan.ofDays(date.minusDays(DAYS), date, zone),
        MinuteSpan.ofDays(date.minusDays(DAYS - 1L), date.plusDays(1), zone),
        sloHistory(window, slos));
  }

  private static MinuteSpan sloHistory(MinuteSpan window, Collection<Slo> slos) {
    long start = window.start();
    for (Slo slo : slos) {
      start = Math.min(start, SloHistory.start(slo, window.end()));
    }
    return new MinuteSpan((int) Math.max(start, Integer.MIN_VALUE), window.end());
  }

  /**
   * Plans the evaluation of alerts at the end of a span; nothing else is looked at.
   *
   * @param slos of the SLO file
   */
  public static ReportPlan alerts(MinuteSpan window, ZoneId zone, Collection<Slo> slos) {
    MinuteSpan nothing = new MinuteSpan(window.start(), window.start());
    return new ReportPlan(zone, window, nothing, nothing, nothing, sloHistory(window, slos));
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

  private static int earlier(int minute, int by) {
    return (int) Math.max(Integer.MIN_VALUE, (long) minute - by);
  }

  /** Returns everything from the first minute that matters to the last. */
  public MinuteSpan needed() {
    return new MinuteSpan(Math.min(baseline.start(), alertHistory().start()), window.end());
  }

  /**
   * Returns the minute up to which rollups are looked at for what ends after the window: requests
   * that were received in it, and lines that its last heartbeat has counted.
   */
  public int afterwards() {
    return window.end() + A_DAY;
  }

  /** Returns the window as it stands in the report. */
  public Window reportWindow() {
    return new Window(
        MinuteSpan.instantOf(window.start()), MinuteSpan.instantOf(window.end()), zone);
  }
}
