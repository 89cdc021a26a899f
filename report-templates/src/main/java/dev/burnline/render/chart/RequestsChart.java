package dev.burnline.render.chart;

import dev.burnline.render.chart.TimePlot.Layer;
import dev.burnline.render.chart.TimePlot.Level;
import dev.burnline.render.finding.BadMinutes;
import dev.burnline.render.finding.Span;
import dev.burnline.render.finding.Yardstick;
import dev.burnline.render.words.Words;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.ServiceReport.MinuteFigures;
import dev.burnline.report.Window;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** Requests per minute as a grey area, errors in front of it. */
final class RequestsChart {

  private final Window window;
  private final Words words;

  RequestsChart(Window window, Words words) {
    this.window = window;
    this.words = words;
  }

  Picture draw(ServiceReport service) {
    TimePlot plot = plot(service);
    String svg =
        new Frame(window, words).draw(plot, (from, to) -> hint(service.perMinute(), from, to));
    return new Picture(svg, plot.finding());
  }

  TimePlot plot(ServiceReport service) {
    Minutes minutes = Minutes.of(window, service.perMinute());
    double[] requests = minutes.rates(MinuteFigures::requests);
    double[] errors = minutes.rates(MinuteFigures::errors);
    double top = roundedUp(Arrays.stream(requests).max().orElse(1));
    List<Span> bad =
        Yardstick.errors(service)
            .map(yardstick -> BadMinutes.of(service.perMinute(), yardstick).spans())
            .orElse(List.of());
    return new TimePlot(
        finding(service),
        minutes.slots(),
        List.of(
            new Layer("area-requests", heights(requests, top)),
            new Layer("area-errors", heights(errors, top))),
        List.of(
            new Level(1, words.compact(top), "grid"),
            new Level(0.5, words.compact(top / 2), "grid"),
            new Level(0, "0", "base")),
        bad);
  }

  private String finding(ServiceReport service) {
    MinuteFigures peak =
        service.perMinute().stream()
            .max(
                Comparator.comparingLong(MinuteFigures::requests)
                    .thenComparing(MinuteFigures::minute, Comparator.reverseOrder()))
            .orElseThrow();
    long withErrors = service.perMinute().stream().filter(minute -> minute.errors() > 0).count();
    return words.say(
        "chart.requests.finding",
        words.count(peak.requests()),
        words.clock(peak.minute()),
        words.count(withErrors),
        words.count((long) service.perMinute().size()));
  }

  private String hint(List<MinuteFigures> figures, Instant from, Instant to) {
    long requests = sum(figures, from, to, MinuteFigures::requests);
    long errors = sum(figures, from, to, MinuteFigures::errors);
    return words.say("chart.requests.hint", words.count(requests), words.count(errors));
  }

  private static long sum(
      List<MinuteFigures> figures, Instant from, Instant to, ToLongFunction<MinuteFigures> of) {
    return Between.minutes(figures, from, to).stream().mapToLong(of).sum();
  }

  private static double[] heights(double[] values, double top) {
    return Arrays.stream(values).map(value -> value / top).toArray();
  }

  /** The next of 1, 2, 4, 6, 8, 10 times a power of ten. */
  private static double roundedUp(double value) {
    double decade = Math.pow(10, Math.floor(Math.log10(Math.max(1, value))));
    for (double step : new double[] {1, 2, 4, 6, 8}) {
      if (value <= step * decade) {
        return Math.max(2, step * decade);
      }
    }
    return 10 * decade;
  }
}
