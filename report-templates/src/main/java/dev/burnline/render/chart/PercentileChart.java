package dev.burnline.render.chart;

import dev.burnline.render.words.Words;
import dev.burnline.report.Report;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.ServiceReport.DurationFigures;
import dev.burnline.report.ServiceReport.Latency;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One strip per time: its percentiles as dots, those of the baseline as ticks below. */
final class PercentileChart {

  private static final int STRIP = 46;
  private static final double LEFT = 0.02;
  private static final double RIGHT = 0.97;

  private final Report.Kind kind;
  private final Words words;

  PercentileChart(Report.Kind kind, Words words) {
    this.kind = kind;
    this.words = words;
  }

  private record Strip(String name, DurationFigures now, @Nullable DurationFigures baseline) {}

  /** Empty when no time was measured. */
  Optional<Picture> draw(ServiceReport service) {
    var baseline = service.comparedWith().baseline7d();
    List<Strip> strips = strips(service.latency(), baseline == null ? null : baseline.latency());
    if (strips.isEmpty()) {
      return Optional.empty();
    }
    double least = strips.stream().mapToDouble(strip -> strip.now().p50()).min().orElse(1);
    double most = strips.stream().mapToDouble(strip -> strip.now().max()).max().orElse(1);
    LogScale scale = LogScale.holding(least, most);
    String finding = finding(strips);
    int height = strips.size() * STRIP + 24;
    var svg = new Svg();
    svg.add(
        "<svg class='chart' width='100%' height='{}' role='img' aria-label='{}'>", height, finding);
    svg.add("<g aria-hidden='true'>");
    for (double tick : scale.ticks()) {
      String x = x(scale, tick);
      svg.add("<line class='grid' x1='{}' x2='{}' y1='0' y2='{}'/>", x, x, height - 20);
      svg.add(
          "<text x='{}' y='{}' text-anchor='{}'>{}</text>",
          x,
          height - 5,
          anchor(scale.at(tick)),
          words.axisMillis(tick));
    }
    for (int i = 0; i < strips.size(); i++) {
      strip(svg, scale, strips.get(i), i * STRIP);
    }
    return Optional.of(new Picture(svg.add("</g></svg>").toString(), finding));
  }

  private static List<Strip> strips(Latency now, @Nullable Latency baseline) {
    var strips = new ArrayList<Strip>();
    add(strips, "duration_ms", now.durationMs(), baseline == null ? null : baseline.durationMs());
    add(strips, "ttft_ms", now.ttftMs(), baseline == null ? null : baseline.ttftMs());
    add(strips, "tpot_ms", now.tpotMs(), baseline == null ? null : baseline.tpotMs());
    add(strips, "queue_ms", now.queueMs(), baseline == null ? null : baseline.queueMs());
    return strips;
  }

  private static void add(
      List<Strip> strips,
      String name,
      @Nullable DurationFigures now,
      @Nullable DurationFigures baseline) {
    if (now != null && now.max() > 0) {
      strips.add(new Strip(name, now, baseline));
    }
  }

  private void strip(Svg svg, LogScale scale, Strip strip, int top) {
    DurationFigures of = strip.now();
    int y = top + 30;
    svg.add(
        "<text class='row' x='2' y='{}'>{}</text>", top + 14, words.say("measure." + strip.name()));
    svg.add(
        "<line class='strip' x1='{}' x2='{}' y1='{}' y2='{}'/>",
        x(scale, of.p50()),
        x(scale, of.max()),
        y,
        y);
    DurationFigures before = strip.baseline();
    if (before != null && before.count() >= 20) {
      tick(svg, scale, y, "p50", before.p50());
      tick(svg, scale, y, "p95", before.p95());
      tick(svg, scale, y, "p99", before.p99());
    }
    dot(svg, scale, y, "p50", of.p50(), "dot-p50", 5);
    dot(svg, scale, y, "p90", of.p90(), "dot", 3.5);
    dot(svg, scale, y, "p95", of.p95(), "dot-p95", 5);
    dot(svg, scale, y, "p99", of.p99(), "dot-p99", 5);
    dot(svg, scale, y, "p99.9", of.p999(), "dot", 3.5);
    dot(svg, scale, y, words.say("max"), of.max(), "dot-max", 3.5);
  }

  private void dot(
      Svg svg, LogScale scale, int y, String name, double value, String cssClass, double radius) {
    svg.add("<circle class='{}' cx='{}' cy='{}' r='{}'>", cssClass, x(scale, value), y, radius);
    svg.add("<title>{}: {}</title></circle>", name, words.millis(value));
  }

  private void tick(Svg svg, LogScale scale, int y, String name, double value) {
    String x = x(scale, value);
    svg.add("<line class='baseline' x1='{}' x2='{}' y1='{}' y2='{}'>", x, x, y - 8, y + 8);
    svg.add(
        "<title>{}</title></line>",
        words.say(
            "chart.percentiles.baseline",
            name,
            words.millis(value),
            words.say("baseline." + kind)));
  }

  private String finding(List<Strip> strips) {
    DurationFigures of = strips.get(0).now();
    return words.say(
        "chart.percentiles.finding",
        words.say("measure." + strips.get(0).name()),
        words.millis(of.p50()),
        words.millis(of.p95()),
        words.millis(of.p99()),
        words.millis(of.max()));
  }

  private static String x(LogScale scale, double value) {
    return Svg.pct(LEFT + scale.at(value) * (RIGHT - LEFT));
  }

  private static String anchor(double at) {
    return at < 0.02 ? "start" : at > 0.97 ? "end" : "middle";
  }
}
