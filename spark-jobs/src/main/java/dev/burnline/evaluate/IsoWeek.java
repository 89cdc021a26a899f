package dev.burnline.evaluate;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A week as ISO 8601 counts them, from Monday to Sunday.
 *
 * @param monday its first day
 */
public record IsoWeek(LocalDate monday) implements Serializable {

  private static final Pattern SYNTAX = Pattern.compile("([0-9]{4})-W([0-9]{2})");
  private static final int DAYS = 7;

  public IsoWeek {
    if (monday.getDayOfWeek() != java.time.DayOfWeek.MONDAY) {
      throw new IllegalArgumentException("a week begins on a Monday, got " + monday);
    }
  }

  /** Returns the week of a day. */
  public static IsoWeek of(LocalDate date) {
    return new IsoWeek(date.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY)));
  }

  /** Returns the last week that is over at the end of a day. */
  public static IsoWeek lastOverBy(LocalDate date) {
    return of(date.minusDays(DAYS - 1L));
  }

  /** Reads a week such as {@code 2026-W47}; empty when it is none. */
  public static Optional<IsoWeek> parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(matcher.group(1));
    int week = Integer.parseInt(matcher.group(2));
    try {
      // The 4th of January lies in the first week of every year.
      LocalDate inFirst = LocalDate.of(year, 1, 4);
      IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(inFirst).checkValidValue(week, null);
      return Optional.of(of(inFirst.plusWeeks(week - 1L)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Returns the first day of a week that is so many weeks earlier. */
  LocalDate mondayBefore(int weeks) {
    return monday.minusWeeks(weeks);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%04d-W%02d",
        monday.get(IsoFields.WEEK_BASED_YEAR),
        monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
