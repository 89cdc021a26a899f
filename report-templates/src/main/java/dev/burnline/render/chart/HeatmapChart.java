package dev.burnline.render.chart;

import dev.burnline.render.words.Words;
import dev.burnline.report.ServiceReport.LoadHour;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A cell per civil hour and day, darker with more requests; hours with many errors are marked. */
final class HeatmapChart {

  private static final double LABELS = 0.13;
  private static final int ROW = 20;

  /** Cells from this share of errors on carry a mark. */
  private static final double MANY_ERRORS = 0.05;

  private final Words words;

  HeatmapChart(Words words) {
    this.words = words;
  }

  /** Needs at least one hour. */
  Picture draw(List<LoadHour> hours) {
    long most = hours.stream().mapToLong(LoadHour::requests).max().orElse(1);
    Map<LocalDate, Map<Integer, LoadHour>> byDate = new HashMap<>();
    hours.forEach(
        hour ->
            byDate.computeIfAbsent(hour.date(), date -> new HashMap<>()).put(hour.hour(), hour));
    var dates = new TreeSet<>(byDate.keySet());
    LocalDate first = dates.first();
    int rows = (int) (dates.last().toEpochDay() - first.toEpochDay()) + 1;
    int height = rows * ROW + 20;
    String finding = finding(hours);
    var svg = new Svg();
    svg.add(
        "<svg class='chart' width='100%' height='{}' role='img' aria-label='{}'>", height, finding);
    svg.add("<g aria-hidden='true'>");
    for (int row = 0; row < rows; row++) {
      LocalDate date = first.plusDays(row);
      String label = words.weekday(date) + " " + date.getDayOfMonth();
      svg.add("<text x='0' y='{}'>{}</text>", row * ROW + 14, label);
      for (int hour = 0; hour < 24; hour++) {
        cell(svg, byDate.getOrDefault(date, Map.of()).get(hour), date, hour, row * ROW, most);
      }
    }
    for (int hour = 0; hour < 24; hour += 6) {
      svg.add("<text x='{}' y='{}'>{}</text>", Svg.pct(x(hour)), height - 4, two(hour));
    }
    return new Picture(svg.add("</g></svg>").toString(), finding);
  }

  private void cell(
      Svg svg, @Nullable LoadHour load, LocalDate date, int hour, int top, long most) {
    long requests = load == null ? 0 : load.requests();
    long errors = load == null ? 0 : load.errors();
    String when = words.weekday(date) + " " + date + " " + two(hour) + ":00";
    int shade = requests == 0 ? 0 : (int) Math.min(6, 1 + 6 * requests / Math.max(1, most));
    svg.add(
        "<rect class='heat{}' x='{}' y='{}' width='{}' height='{}'>",
        shade,
        Svg.pct(x(hour)),
        top + 1,
        Svg.pct((1 - LABELS) / 24 * 0.94),
        ROW - 2);
    svg.add(
        "<title>{}</title></rect>",
        words.say("chart.heatmap.hint", when, words.count(requests), words.count(errors)));
    if (requests > 0 && errors >= MANY_ERRORS * requests) {
      svg.add(
          "<circle class='heat-errors' cx='{}' cy='{}' r='3'/>",
          Svg.pct(x(hour + 0.47)),
          top + ROW / 2);
    }
  }

  private String finding(List<LoadHour> hours) {
    LoadHour most =
        hours.stream()
            .max(
                Comparator.comparingLong(LoadHour::requests)
                    .thenComparing(LoadHour::date, Comparator.reverseOrder())
                    .thenComparing(LoadHour::hour, Comparator.reverseOrder()))
            .orElseThrow();
    long bad =
        hours.stream()
            .filter(hour -> hour.errors() >= MANY_ERRORS * hour.requests() && hour.errors() > 0)
            .count();
    return words.say(
        "chart.heatmap.finding",
        words.weekday(most.date()) + " " + two(most.hour()) + ":00",
        words.count(most.requests()),
        words.count(bad));
  }

  private static String two(int hour) {
    return hour < 10 ? "0" + hour : Integer.toString(hour);
  }

  private static double x(double hour) {
    return LABELS + (1 - LABELS) * hour / 24;
  }
}
