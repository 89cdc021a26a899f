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

  /** Returns everything from the first minute that matters to the last. */
  public MinuteSpan needed() {
    return new MinuteSpan(Math.min(baseline.start(), sloHistory.start()), window.end());
  }

  /** Returns the window as it stands in the report. */
  public Window reportWindow() {
    return new Window(
        MinuteSpan.instantOf(window.start()), MinuteSpan.instantOf(window.end()), zone);
  }
}
