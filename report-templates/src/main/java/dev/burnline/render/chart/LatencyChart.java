package dev.burnline.render.chart;

import dev.burnline.render.chart.TimePlot.Layer;
import dev.burnline.render.chart.TimePlot.Level;
import dev.burnline.render.finding.BadMinutes;
import dev.burnline.render.finding.Yardstick;
import dev.burnline.render.finding.Yardstick.Slow;
import dev.burnline.render.words.Words;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.ServiceReport.MinuteFigures;
import dev.burnline.report.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Latency per minute on a logarithmic axis: median and p95 as lines, p99 behind them. */
final class LatencyChart {

  private final Window window;
  private final Words words;

  LatencyChart(Window window, Words words) {
    this.window = window;
    this.words = words;
  }

  /** Needs at least one minute with a p95. */
  Picture draw(ServiceReport service) {
    TimePlot plot = plot(service);
    String svg =
        new Frame(window, words).draw(plot, (from, to) -> hint(service.perMinute(), from, to));
    return new Picture(svg, plot.finding());
  }

  /** Needs at least one minute with a p95. */
  TimePlot plot(ServiceReport service) {
    Minutes minutes = Minutes.of(window, service.perMinute());
    double[] median = minutes.peaks(MinuteFigures::p50Ms);
    double[] p95 = minutes.peaks(MinuteFigures::p95Ms);
    double[] p99 = minutes.peaks(MinuteFigures::p99Ms);
    Optional<Slow> limit = Yardstick.latency(service);
    Optional<BadMinutes> bad = limit.map(slow -> BadMinutes.of(service.perMinute(), slow));
    LogScale scale = scale(median, p99, limit);
    return new TimePlot(
        finding(service.perMinute(), bad),
        minutes.slots(),
        List.of(
            new Layer("line-p99", heights(p99, scale)),
            new Layer("line-p95", heights(p95, scale)),
            new Layer("line-p50", heights(median, scale))),
        levels(scale, limit),
        bad.map(BadMinutes::spans).orElse(List.of()));
  }

  private static LogScale scale(double[] median, double[] p99, Optional<Slow> limit) {
    double limitMillis = limit.map(Slow::limitMillis).orElse(Double.NaN);
    double least = Arrays.stream(median).filter(value -> !Double.isNaN(value)).min().orElse(1);
    double most = Arrays.stream(p99).filter(value -> !Double.isNaN(value)).max().orElse(least);
    return LogScale.holding(
        Double.isNaN(limitMillis) ? least : Math.min(least, limitMillis),
        Double.isNaN(limitMillis) ? most : Math.max(most, limitMillis));
  }

  private List<Level> levels(LogScale scale, Optional<Slow> limit) {
    var levels = new ArrayList<Level>();
    for (double tick : scale.ticks()) {
      boolean isHidden =
          limit.isPresent()
              && Math.abs(scale.at(tick) - scale.at(limit.get().limitMillis())) < 0.11;
      String label = isHidden ? "" : words.axisMillis(tick);
      levels.add(new Level(scale.at(tick), label, "grid"));
    }
    limit.ifPresent(
        slow ->
            levels.add(
                new Level(
                    scale.at(slow.limitMillis()), words.axisMillis(slow.limitMillis()), "limit")));
    return levels;
  }

  private String finding(List<MinuteFigures> figures, Optional<BadMinutes> bad) {
    MinuteFigures worst =
        figures.stream()
            .filter(minute -> minute.p95Ms() != null)
            .max(
                Comparator.comparingDouble(LatencyChart::p95)
                    .thenComparing(MinuteFigures::minute, Comparator.reverseOrder()))
            .orElseThrow();
    String highest =
        words.say(
            "chart.latency.finding", words.millis(worst.p95Ms()), words.clock(worst.minute()));
    return bad.map(
            of ->
                words.say(
                    "chart.latency.finding_limit",
                    words.count(of.minutes()),
                    of.yardstick() instanceof Slow slow ? slow.percentile() : "",
                    of.yardstick() instanceof Slow slow ? words.axisMillis(slow.limitMillis()) : "",
                    highest))
        .orElse(highest);
  }

  private String hint(List<MinuteFigures> figures, Instant from, Instant to) {
    List<MinuteFigures> inside =
        Between.minutes(figures, from, to).stream()
            .filter(minute -> minute.p95Ms() != null)
            .toList();
    return inside.isEmpty()
        ? ""
        : words.say(
            "chart.latency.hint",
            words.millis(most(inside, MinuteFigures::p50Ms)),
            words.millis(most(inside, MinuteFigures::p95Ms)),
            words.millis(most(inside, MinuteFigures::p99Ms)));
  }

  private static @Nullable Double most(
      List<MinuteFigures> figures, Function<MinuteFigures, @Nullable Double> of) {
    Double most = null;
    for (MinuteFigures minute : figures) {
      Double value = of.apply(minute);
      most = value != null && (most == null || value > most) ? value : most;
    }
    return most;
  }

  private static double p95(MinuteFigures minute) {
    Double p95 = minute.p95Ms();
    return p95 == null ? 0 : p95;
  }

  private static double[] heights(double[] values, LogScale scale) {
    return Arrays.stream(values)
        .map(value -> Double.isNaN(value) ? value : scale.at(value))
        .toArray();
  }
}
