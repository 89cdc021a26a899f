package dev.burnline.render.chart;

import dev.burnline.render.words.Words;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.Window;
import java.util.Optional;

/** Draws the pictures of services as SVG; each is empty when there is nothing to draw. */
public final class ServiceCharts {

  private final Window window;
  private final Words words;

  /** Draws within one window, in one language. */
  public ServiceCharts(Window window, Words words) {
    this.window = window;
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
    return new PercentileChart(words).draw(service);
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
