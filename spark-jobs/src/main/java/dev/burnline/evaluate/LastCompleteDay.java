package dev.burnline.evaluate;

import static java.util.Objects.requireNonNull;

import dev.burnline.rollup.Extent;
import dev.burnline.rollup.ServiceQuarter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The day that a report is made of when nobody names one.
 *
 * @param warnings what is to be said of the choice
 */
public record LastCompleteDay(LocalDate date, List<String> warnings) {

  public LastCompleteDay {
    requireNonNull(date, "date is null");
    warnings = List.copyOf(warnings);
  }

  /**
   * Returns the last civil day whose last quarter of an hour has a line, or the day before the last
   * one with lines; that last one itself when there is no line before it. Days with less than 1 %
   * of the lines of the busiest day do not count: some clock was wrong.
   *
   * @return empty when there is no line
   */
  public static Optional<LastCompleteDay> of(Collection<Extent> extents, ZoneId zone) {
    TreeMap<LocalDate, Long> linesByDay = new TreeMap<>();
    TreeMap<Integer, Long> linesByQuarter = new TreeMap<>();
    for (Extent extent : extents) {
      extent
          .linesByQuarter()
          .forEach(
              (quarter, lines) -> {
                linesByQuarter.merge(quarter, lines, Long::sum);
                linesByDay.merge(dayOf(quarter, zone), lines, Long::sum);
              });
    }
    long busiest = linesByDay.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return linesByDay.descendingMap().entrySet().stream()
        .filter(day -> day.getValue() * 100 >= busiest)
        .findFirst()
        .map(day -> chosen(day.getKey(), zone, linesByDay, linesByQuarter));
  }

  private static LastCompleteDay chosen(
      LocalDate last,
      ZoneId zone,
      NavigableMap<LocalDate, Long> linesByDay,
      NavigableMap<Integer, Long> linesByQuarter) {
    List<String> warnings = new ArrayList<>();
    linesByDay
        .tailMap(last, false)
        .forEach(
            (day, lines) ->
                warnings.add(
                    String.format(
                        Locale.ROOT,
                        "%s has %,d lines, too few beside other days: taken for a wrong clock; name"
                            + " the time to report if it is not",
                        day,
                        lines)));
    int lastQuarter =
        MinuteSpan.ofDays(last, last.plusDays(1), zone).end() / ServiceQuarter.MINUTES - 1;
    if (linesByQuarter.containsKey(lastQuarter)) {
      return new LastCompleteDay(last, warnings);
    }
    if (linesByDay.firstKey().isBefore(last)) {
      return new LastCompleteDay(last.minusDays(1), warnings);
    }
    warnings.add(
        "no day is complete in the logs yet: %s is reported as far as it goes".formatted(last));
    return new LastCompleteDay(last, warnings);
  }

  private static LocalDate dayOf(int quarter, ZoneId zone) {
    return MinuteSpan.instantOf(quarter * ServiceQuarter.MINUTES).atZone(zone).toLocalDate();
  }
}
