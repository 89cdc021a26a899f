package dev.burnline.evaluate;

import dev.burnline.rollup.Extent;
import dev.burnline.rollup.ServiceQuarter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the day that a report is made of when nobody names one. */
public final class LastCompleteDay {

  private LastCompleteDay() {}

  /**
   * Returns the last civil day whose last quarter of an hour has a line, or the day before the last
   * one with lines. Days with less than 1 % of the lines of the busiest day do not count: some
   * clock was wrong.
   *
   * @return empty when there is no line
   */
  public static Optional<LocalDate> of(Collection<Extent> extents, ZoneId zone) {
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
        .map(
            day -> {
              int lastQuarter =
                  MinuteSpan.ofDays(day.getKey(), day.getKey().plusDays(1), zone).end()
                          / ServiceQuarter.MINUTES
                      - 1;
              return linesByQuarter.containsKey(lastQuarter)
                  ? day.getKey()
                  : day.getKey().minusDays(1);
            });
  }

  private static LocalDate dayOf(int quarter, ZoneId zone) {
    return MinuteSpan.instantOf(quarter * ServiceQuarter.MINUTES).atZone(zone).toLocalDate();
  }
}
