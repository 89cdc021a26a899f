package dev.burnline.evaluate;

import dev.burnline.rollup.Extent;
import dev.burnline.rollup.ServiceQuarter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the minute at which alerts are evaluated when nobody names one. */
public final class LastCompleteMinute {

  private LastCompleteMinute() {}

  /**
   * Returns the start of the minute of the last line: what came before it is complete. A line on a
   * day with less than 1 % of the lines of the busiest day does not count, unless the day before
   * has more: some clock was wrong.
   *
   * @return empty when there is no line
   */
  public static Optional<Instant> of(Collection<Extent> extents) {
    TreeMap<LocalDate, Long> linesByDay = new TreeMap<>();
    TreeMap<Integer, Long> linesByQuarter = new TreeMap<>();
    for (Extent extent : extents) {
      extent
          .linesByQuarter()
          .forEach(
              (quarter, lines) -> {
                linesByQuarter.merge(quarter, lines, Long::sum);
                linesByDay.merge(dayOf(quarter), lines, Long::sum);
              });
    }
    long busiest = linesByDay.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return linesByQuarter.descendingKeySet().stream()
        .filter(
            quarter -> {
              LocalDate day = dayOf(quarter);
              long lines =
                  Math.max(
                      linesByDay.getOrDefault(day, 0L),
                      linesByDay.getOrDefault(day.minusDays(1), 0L));
              return lines * 100 >= busiest;
            })
        .findFirst()
        .map(quarter -> lastMinuteIn(quarter, extents));
  }

  /**
   * Where the last line of every log of that quarter has a wrong clock, the quarter is complete.
   */
  private static Instant lastMinuteIn(int quarter, Collection<Extent> extents) {
    int minute =
        extents.stream()
            .mapToInt(extent -> (int) Math.floorDiv(extent.lastMillis(), 60_000L))
            .filter(last -> Math.floorDiv(last, ServiceQuarter.MINUTES) == quarter)
            .max()
            .orElse((quarter + 1) * ServiceQuarter.MINUTES);
    return MinuteSpan.instantOf(minute);
  }

  private static LocalDate dayOf(int quarter) {
    return MinuteSpan.instantOf(quarter * ServiceQuarter.MINUTES)
        .atZone(ZoneOffset.UTC)
        .toLocalDate();
  }
}
