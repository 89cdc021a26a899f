package dev.burnline.render.chart;

import dev.burnline.render.chart.TimePlot.Layer;
import dev.burnline.render.chart.TimePlot.Level;
import dev.burnline.render.finding.Span;
import dev.burnline.render.words.SloUnits;
import dev.burnline.render.words.Words;
import dev.burnline.report.AlertReport;
import dev.burnline.report.BudgetReview.BurnDay;
import dev.burnline.report.BudgetReview.ProjectedDay;
import dev.burnline.report.BudgetReview.SloBudget;
import dev.burnline.report.SloReport;
import dev.burnline.report.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was left of a budget day by day, the even pace beside it, and how it would go on. */
final class BurnDownChart {

  private static final int SLOT_HOURS = 6;
  private static final int LEAST_SLOTS = 96;

  /** Beyond this much overspent the line runs along the bottom. */
  private static final double LOWEST = -1;

  private final SloReport slo;
  private final SloBudget budget;
  private final List<AlertReport> alerts;
  private final Words words;
  private final Window window;
  private final double least;

  /**
   * Creates a chart.
   *
   * @param budget with at least one day
   * @param alerts the SLO's, shaded
   */
  BurnDownChart(SloReport slo, SloBudget budget, List<AlertReport> alerts, Words words) {
    this.slo = slo;
    this.budget = budget;
    this.alerts = alerts;
    this.words = words;
    this.window = new Window(slo.window().start(), end(), words.zone());
    double lowest =
        Math.min(
            budget.days().stream().mapToDouble(BurnDay::remainingRatio).min().orElse(0),
            budget.projection().stream().mapToDouble(ProjectedDay::remainingRatio).min().orElse(0));
    this.least = lowest >= 0 ? 0 : Math.max(LOWEST, Math.floor(lowest * 4) / 4);
  }

  private Instant end() {
    Instant end = lastDay().end();
    if (slo.window().end().isAfter(end)) {
      end = slo.window().end();
    }
    List<ProjectedDay> ahead = budget.projection();
    Instant projected = ahead.isEmpty() ? end : ahead.get(ahead.size() - 1).at();
    return projected.isAfter(end) ? projected : end;
  }

  private BurnDay lastDay() {
    return budget.days().get(budget.days().size() - 1);
  }

  /** The window that it spans: the SLO's, and the days ahead. */
  Window window() {
    return window;
  }

  Picture draw() {
    TimePlot plot = plot();
    return new Picture(new Frame(window, words).draw(plot, hints()), finding());
  }

  TimePlot plot() {
    long hours = Math.max(1, Duration.between(window.start(), window.end()).toHours());
    int slots = (int) Math.max(LEAST_SLOTS, hours / SLOT_HOURS);
    return new TimePlot(
        finding(),
        slots,
        List.of(
            layer("line-ideal", ideal(), slots),
            layer("line-ahead", ahead(), slots),
            layer("line-left", left(), slots)),
        levels(),
        shaded());
  }

  private record Point(Instant at, double ratio) {}

  private List<Point> left() {
    var points = new ArrayList<Point>();
    points.add(new Point(window.start(), 1));
    budget.days().forEach(day -> points.add(new Point(day.end(), day.remainingRatio())));
    return points;
  }

  private List<Point> ideal() {
    return List.of(new Point(window.start(), 1), new Point(slo.window().end(), 0));
  }

  private List<Point> ahead() {
    if (budget.projection().isEmpty()) {
      return List.of();
    }
    var points = new ArrayList<Point>();
    points.add(new Point(lastDay().end(), lastDay().remainingRatio()));
    budget.projection().forEach(day -> points.add(new Point(day.at(), day.remainingRatio())));
    return points;
  }

  private Layer layer(String name, List<Point> points, int slots) {
    double[] heights = new double[slots];
    double millis = Duration.between(window.start(), window.end()).toMillis();
    for (int slot = 0; slot < slots; slot++) {
      Instant at = window.start().plusMillis((long) (millis * (slot + 0.5) / slots));
      heights[slot] = height(between(points, at));
    }
    return new Layer(name, heights);
  }

  private static double between(List<Point> points, Instant at) {
    for (int i = 1; i < points.size(); i++) {
      Point from = points.get(i - 1);
      Point to = points.get(i);
      if (!at.isBefore(from.at()) && at.isBefore(to.at())) {
        double share =
            (double) Duration.between(from.at(), at).toMillis()
                / Duration.between(from.at(), to.at()).toMillis();
        return from.ratio() + share * (to.ratio() - from.ratio());
      }
    }
    return Double.NaN;
  }

  /** NaN stays NaN. */
  private double height(double ratio) {
    return (Math.max(least, Math.min(1, ratio)) - least) / (1 - least);
  }

  private List<Level> levels() {
    var levels = new ArrayList<Level>();
    levels.add(new Level(1, words.percent(1.0), "grid"));
    levels.add(new Level(height(0.5), words.percent(0.5), "grid"));
    levels.add(new Level(height(0), words.percent(0.0), "limit"));
    if (least < 0) {
      levels.add(new Level(0, words.percent(least), "base"));
    }
    return levels;
  }

  private List<Span> shaded() {
    var spans = new ArrayList<Span>();
    for (AlertReport alert : alerts) {
      Instant end = alert.endsAt() == null ? lastDay().end() : alert.endsAt();
      Instant from = alert.startsAt().isBefore(window.start()) ? window.start() : alert.startsAt();
      Instant until = end.isAfter(window.end()) ? window.end() : end;
      if (from.isBefore(until)) {
        spans.add(new Span(from, until));
      }
    }
    return spans;
  }

  /** One for each day. */
  private List<Frame.Hint> hints() {
    var hints = new ArrayList<Frame.Hint>();
    Instant from = window.start();
    for (BurnDay day : budget.days()) {
      hints.add(new Frame.Hint(from, day.end(), name(day.date()) + " · " + spent(day)));
      from = day.end();
    }
    for (ProjectedDay day : budget.projection()) {
      String left = words.say("chart.burn_down.ahead", words.percent(day.remainingRatio()));
      hints.add(new Frame.Hint(from, day.at(), words.minute(day.at()) + " · " + left));
      from = day.at();
    }
    return hints;
  }

  private String spent(BurnDay day) {
    return words.say(
        "chart.burn_down.hint",
        SloUnits.count(words, slo, day.bad()),
        words.percent(day.spentRatio()),
        words.percent(day.remainingRatio()));
  }

  private String name(LocalDate date) {
    return words.weekday(date) + " " + date;
  }

  /** Whether it is a calendar window that goes on. */
  private boolean goesOn() {
    SloReport.Budget all = slo.budget();
    return all != null && all.projectedTotal() != null && all.projectedTotal() > all.total();
  }

  private String finding() {
    BurnDay most =
        budget.days().stream()
            .max(
                Comparator.comparingDouble(BurnDay::spentRatio)
                    .thenComparing(BurnDay::date, Comparator.reverseOrder()))
            .orElseThrow();
    String key =
        most.bad() == 0 ? "nothing" : lastDay().remainingRatio() < 0 ? "overspent" : "finding";
    return words.say(
        "chart.burn_down." + key + (goesOn() ? ".projected" : ""),
        words.percent(lastDay().remainingRatio()),
        words.percent(lastDay().idealRatio()),
        name(most.date()),
        words.percent(most.spentRatio()));
  }
}
