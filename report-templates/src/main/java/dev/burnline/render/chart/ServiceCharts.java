package dev.burnline.render.chart;

import dev.burnline.render.words.Words;
import dev.burnline.report.AlertReport;
import dev.burnline.report.BudgetReview.SloBudget;
import dev.burnline.report.Report;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.SloReport;
import dev.burnline.report.Window;
import java.util.List;
import java.util.Optional;

/** Draws the pictures of services as SVG; each is empty when there is nothing to draw. */
public final class ServiceCharts {

  private final Window window;
  private final Report.Kind kind;
  private final Words words;

  /** Draws for one report, in one language. */
  public ServiceCharts(Report report, Words words) {
    this.window = report.window();
    this.kind = report.kind();
    this.words = words;
  }

  /** Requests and errors per minute, minutes with too many errors shaded. */
  public Optional<Picture> requests(ServiceReport service) {
    return service.perMinute().isEmpty()
        ? Optional.empty()
        : Optional.of(new RequestsChart(window, words).draw(service));
  }

  /** Median, p95 and p99 of the latency per minute, minutes beyond the limit shaded. */
  public Optional<Picture> latency(ServiceReport service) {
    boolean hasData = service.perMinute().stream().anyMatch(minute -> minute.p95Ms() != null);
    return hasData ? Optional.of(new LatencyChart(window, words).draw(service)) : Optional.empty();
  }

  /** The percentiles of each time on one logarithmic axis, with those of the baseline. */
  public Optional<Picture> percentiles(ServiceReport service) {
    return new PercentileChart(kind, words).draw(service);
  }

  /** What was left of a budget day by day. */
  public Optional<Picture> burnDown(SloReport slo, SloBudget budget, List<AlertReport> alerts) {
    return budget.days().isEmpty()
        ? Optional.empty()
        : Optional.of(new BurnDownChart(slo, budget, alerts, words).draw());
  }

  /** Requests and p95 latency by input length. */
  public Optional<Picture> inputLengths(ServiceReport service) {
    return service.inputLengthHistogram().isEmpty()
        ? Optional.empty()
        : Optional.of(new InputLengthChart(words).draw(service.inputLengthHistogram()));
  }

  /** Requests by civil hour and day. */
  public Optional<Picture> heatmap(ServiceReport service) {
    return service.loadHeatmap().isEmpty()
        ? Optional.empty()
        : Optional.of(new HeatmapChart(words).draw(service.loadHeatmap()));
  }
}
