package dev.burnline.render.chart;

import static java.util.Objects.requireNonNull;

import dev.burnline.render.words.Words;
import dev.burnline.report.AlertReport;
import dev.burnline.report.BudgetReview.SloBudget;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.SloReport;
import dev.burnline.report.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture for the mail: digits and units only, so that it needs no font for any language.
 *
 * @param name unique in one mail
 * @param png an indexed PNG of {@link #WIDTH} by {@link #HEIGHT} pixels
 * @param finding what it shows, as plain text
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record MailChart(String name, byte[] png, String finding) {

  /** Twice the width at which mails show it. */
  public static final int WIDTH = 1200;

  /** Twice the height at which mails show it. */
  public static final int HEIGHT = 360;

  public MailChart {
    requireNonNull(name, "name is null");
    requireNonNull(png, "png is null");
    requireNonNull(finding, "finding is null");
  }

  /** Draws requests and latency per minute; what has no data is left out. */
  public static List<MailChart> of(ServiceReport service, Window window, Words words) {
    var charts = new ArrayList<MailChart>();
    if (!service.perMinute().isEmpty()) {
      TimePlot plot = new RequestsChart(window, words).plot(service);
      charts.add(draw("requests", plot, window, words));
    }
    if (service.perMinute().stream().anyMatch(minute -> minute.p95Ms() != null)) {
      TimePlot plot = new LatencyChart(window, words).plot(service);
      charts.add(draw("latency", plot, window, words));
    }
    return charts;
  }

  /** Draws the burn-down of a budget; none when it has no day. */
  public static List<MailChart> burnDown(
      SloReport slo, SloBudget budget, List<AlertReport> alerts, Words words) {
    if (budget.days().isEmpty()) {
      return List.of();
    }
    var chart = new BurnDownChart(slo, budget, alerts, words);
    return List.of(draw("burn_down", chart.plot(), chart.window(), words));
  }

  private static MailChart draw(String name, TimePlot plot, Window window, Words words) {
    return new MailChart(name, new PngChart(window, words).draw(plot), plot.finding());
  }
}
