package dev.burnline.render.chart;

import dev.burnline.render.words.Words;
import dev.burnline.report.ServiceReport.InputLengthBin;
import java.util.Comparator;
import java.util.List;

/** Two rows of bars over the same bins: requests above, p95 latency below. */
final class InputLengthChart {

  private static final int REQUESTS_HEIGHT = 92;
  private static final int LATENCY_TOP = 126;
  private static final int LATENCY_HEIGHT = 52;
  private static final int HEIGHT = 200;

  private final Words words;

  InputLengthChart(Words words) {
    this.words = words;
  }

  /** Needs at least one bin. */
  Picture draw(List<InputLengthBin> bins) {
    long most = bins.stream().mapToLong(InputLengthBin::requests).max().orElse(1);
    double slowest = bins.stream().mapToDouble(InputLengthChart::p95).max().orElse(1);
    String finding = finding(bins);
    var svg = new Svg();
    svg.add(
        "<svg class='chart' width='100%' height='{}' role='img' aria-label='{}'>", HEIGHT, finding);
    svg.add("<g aria-hidden='true'>");
    base(svg, 14 + REQUESTS_HEIGHT);
    base(svg, LATENCY_TOP + LATENCY_HEIGHT);
    int every = bins.size() > 13 ? 3 : bins.size() > 8 ? 2 : 1;
    for (int i = 0; i < bins.size(); i++) {
      InputLengthBin bin = bins.get(i);
      double left = (double) i / bins.size();
      double width = 0.82 / bins.size();
      String hint = hint(bin);
      bar(
          svg,
          hint,
          "bar-requests",
          left,
          width,
          14 + REQUESTS_HEIGHT,
          REQUESTS_HEIGHT * (double) bin.requests() / most);
      if (bin.p95LatencyMs() != null && slowest > 0) {
        bar(
            svg,
            hint,
            "bar-p95",
            left,
            width,
            LATENCY_TOP + LATENCY_HEIGHT,
            LATENCY_HEIGHT * p95(bin) / slowest);
      }
      if (i % every == 0) {
        svg.add(
            "<text x='{}' y='{}' text-anchor='middle'>{}</text>",
            Svg.pct(left + width / 2),
            HEIGHT - 6,
            label(bin.from()));
      }
    }
    row(svg, 10, words.say("chart.input.requests", words.count(most)));
    row(svg, LATENCY_TOP - 5, words.say("chart.input.p95", words.millis(slowest)));
    return new Picture(svg.add("</g></svg>").toString(), finding);
  }

  private static void row(Svg svg, int y, String text) {
    svg.add("<text class='row' x='0' y='{}'>{}</text>", y, text);
  }

  private static void base(Svg svg, int y) {
    svg.add("<line class='base' x1='0' x2='100%' y1='{}' y2='{}'/>", y, y);
  }

  private static void bar(
      Svg svg, String hint, String cssClass, double left, double width, int bottom, double height) {
    double seen = Math.max(1, height);
    svg.add(
        "<rect class='{}' x='{}' width='{}' y='{}' height='{}'>",
        cssClass,
        Svg.pct(left),
        Svg.pct(width),
        bottom - seen,
        seen);
    svg.add("<title>{}</title></rect>", hint);
  }

  private String hint(InputLengthBin bin) {
    return words.say(
        "chart.input.hint",
        range(bin),
        words.count(bin.requests()),
        words.millis(bin.p95LatencyMs()));
  }

  private String finding(List<InputLengthBin> bins) {
    InputLengthBin most =
        bins.stream().max(Comparator.comparingLong(InputLengthBin::requests)).orElseThrow();
    InputLengthBin slowest =
        bins.stream().max(Comparator.comparingDouble(InputLengthChart::p95)).orElseThrow();
    return words.say(
        "chart.input.finding", range(most), words.millis(slowest.p95LatencyMs()), range(slowest));
  }

  private String range(InputLengthBin bin) {
    Long to = bin.to();
    return to == null
        ? "≥ " + words.count(bin.from())
        : words.count(bin.from()) + "–" + words.count(to - 1);
  }

  private static double p95(InputLengthBin bin) {
    Double p95 = bin.p95LatencyMs();
    return p95 == null ? 0 : p95;
  }

  /** Bins are powers of two: 512, 1k, 2k. */
  private static String label(long tokens) {
    return tokens >= 1 << 20
        ? (tokens >> 20) + "M"
        : tokens >= 1024 ? (tokens >> 10) + "k" : Long.toString(tokens);
  }
}
