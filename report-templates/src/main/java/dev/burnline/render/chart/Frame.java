package dev.burnline.render.chart;

import dev.burnline.render.chart.TimePlot.Layer;
import dev.burnline.render.chart.TimePlot.Level;
import dev.burnline.render.finding.Span;
import dev.burnline.render.words.Words;
import dev.burnline.report.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The frame of a chart over time: shaded spans, grid and labels around a plot that stretches to any
 * width while its letters keep their size.
 */
final class Frame {

  static final int PLOT_HEIGHT = 132;
  private static final int TOP = 14;
  private static final int GUTTER = 52;
  private static final int HINTS = 96;

  private final Window window;
  private final Words words;
  private final TimeAxis axis;

  Frame(Window window, Words words) {
    this.window = window;
    this.words = words;
    this.axis = new TimeAxis(window, words);
  }

  /** A tooltip of a stretch of time. */
  record Hint(Instant start, Instant end, String text) {}

  /** Draws a plot; {@code hint} gives the tooltip of a stretch of time, empty for none. */
  String draw(TimePlot plot, BiFunction<Instant, Instant, String> hint) {
    return draw(plot, hints(hint));
  }

  /** Draws a plot with these tooltips. */
  String draw(TimePlot plot, List<Hint> hints) {
    int height = TOP + PLOT_HEIGHT + 22;
    var svg = new Svg().add("<div class='plot'>");
    labels(svg, plot.levels(), height);
    svg.add(
        "<svg class='chart' width='100%' height='{}' role='img' aria-label='{}'>",
        height, plot.finding());
    svg.add("<g aria-hidden='true'>");
    shaded(svg, plot.shaded());
    lines(svg, plot.levels(), "grid");
    lines(svg, plot.levels(), "base");
    ticks(svg, height);
    svg.add(
        "<svg y='{}' width='100%' height='{}' viewBox='0 0 {} {}' preserveAspectRatio='none'>",
        TOP, PLOT_HEIGHT, plot.slots(), PLOT_HEIGHT);
    layers(svg, plot);
    svg.add("</svg>");
    lines(svg, plot.levels(), "limit");
    hints(svg, hints);
    return svg.add("</g></svg></div>").toString();
  }

  private static void layers(Svg svg, TimePlot plot) {
    for (Layer layer : plot.layers()) {
      String path =
          layer.isArea()
              ? Paths.steps(layer.heights(), PLOT_HEIGHT)
              : Paths.line(layer.heights(), PLOT_HEIGHT);
      svg.add("<path class='{}' d='{}'/>", layer.name(), path);
    }
  }

  private static void lines(Svg svg, List<Level> levels, String cssClass) {
    for (Level level : levels) {
      if (level.cssClass().equals(cssClass)) {
        double y = y(level.at());
        svg.add("<line class='{}' x1='0' x2='100%' y1='{}' y2='{}'/>", cssClass, y, y);
      }
    }
  }

  /** The labels stand in a picture of their own, so that the plot can stretch beside it. */
  private static void labels(Svg svg, List<Level> levels, int height) {
    svg.add("<svg class='chart' width='{}' height='{}' aria-hidden='true'>", GUTTER, height);
    for (Level level : levels) {
      svg.add(
          "<text class='{}-label' x='{}' y='{}' text-anchor='end'>{}</text>",
          level.cssClass(),
          GUTTER - 6,
          y(level.at()) + 4,
          level.label());
    }
    svg.add("</svg>");
  }

  private void ticks(Svg svg, int height) {
    int bottom = TOP + PLOT_HEIGHT;
    for (TimeAxis.Tick tick : axis.ticks()) {
      String x = Svg.pct(tick.at());
      String anchor = tick.at() < 0.02 ? "start" : tick.at() > 0.98 ? "end" : "middle";
      svg.add("<line class='tick' x1='{}' x2='{}' y1='{}' y2='{}'/>", x, x, bottom, bottom + 4);
      svg.add(
          "<text x='{}' y='{}' text-anchor='{}'>{}</text>", x, height - 4, anchor, tick.label());
    }
  }

  private static double y(double at) {
    return TOP + PLOT_HEIGHT * (1 - at);
  }

  private void shaded(Svg svg, List<Span> spans) {
    for (Span span : spans) {
      double from = axis.at(span.start());
      // At least as wide as one can see.
      double share = Math.max(0.0008, axis.at(span.end()) - from);
      svg.add(
          "<rect class='bad' x='{}' y='{}' width='{}' height='{}'/>",
          Svg.pct(from),
          TOP,
          Svg.pct(share),
          PLOT_HEIGHT);
    }
  }

  private List<Hint> hints(BiFunction<Instant, Instant, String> hint) {
    long seconds = Duration.between(window.start(), window.end()).toSeconds();
    long step = Math.max(60, seconds / HINTS / 60 * 60);
    var hints = new ArrayList<Hint>();
    for (long from = 0; from < seconds; from += step) {
      Instant start = window.start().plusSeconds(from);
      Instant end = window.start().plusSeconds(Math.min(seconds, from + step));
      String said = hint.apply(start, end);
      if (!said.isEmpty()) {
        hints.add(new Hint(start, end, said(start, end) + " · " + said));
      }
    }
    return hints;
  }

  private void hints(Svg svg, List<Hint> hints) {
    for (Hint hint : hints) {
      svg.add(
          "<rect class='hit' x='{}' y='{}' width='{}' height='{}'>",
          Svg.pct(axis.at(hint.start())),
          TOP,
          Svg.pct(axis.at(hint.end()) - axis.at(hint.start())),
          PLOT_HEIGHT);
      svg.add("<title>{}</title></rect>", hint.text());
    }
  }

  private String said(Instant start, Instant end) {
    boolean isDay = Duration.between(window.start(), window.end()).toHours() <= 26;
    String from = isDay ? words.clock(start) : words.minute(start);
    return from + "–" + words.clock(end);
  }
}
