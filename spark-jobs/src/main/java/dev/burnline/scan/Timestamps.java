package dev.burnline.scan;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Reads the times that log formatters write: ISO-8601 with {@code T} or a space, a fraction of any
 * length after a point or comma, and {@code Z}, an offset or nothing for UTC.
 *
 * <p>Written by hand because it runs once per line and {@code DateTimeFormatter} costs a
 * microsecond; {@code java.time} checks the calendar, once per date.
 */
final class Timestamps {

  /** Returned for what is not a time. */
  static final long UNREADABLE = Long.MIN_VALUE;

  private static final int DATE_TIME_LENGTH = 19;
  private static final long MILLIS_PER_DAY = 86_400_000L;

  private int cachedDate = -1;
  private long cachedDateMillis;

  /**
   * Returns milliseconds since 1970 UTC, a finer fraction cut off downwards, or {@link
   * #UNREADABLE}.
   */
  long parse(char[] text, int start, int length) {
    if (length < DATE_TIME_LENGTH
        || text[start + 4] != '-'
        || text[start + 7] != '-'
        || !isTimeMark(text[start + 10])
        || text[start + 13] != ':'
        || text[start + 16] != ':') {
      return UNREADABLE;
    }
    int year = digits(text, start, 4);
    int month = digits(text, start + 5, 2);
    int day = digits(text, start + 8, 2);
    int hour = digits(text, start + 11, 2);
    int minute = digits(text, start + 14, 2);
    int second = digits(text, start + 17, 2);
    if ((year | month | day | hour | minute | second) < 0
        || hour > 23
        || minute > 59
        || second > 59) {
      return UNREADABLE;
    }
    long date = dateMillis(year, month, day);
    if (date == UNREADABLE) {
      return UNREADABLE;
    }
    long local = date + hour * 3_600_000L + minute * 60_000L + second * 1_000L;
    return withFractionAndOffset(local, text, start + DATE_TIME_LENGTH, start + length);
  }

  private static long withFractionAndOffset(long local, char[] text, int start, int end) {
    int at = start;
    long millis = local;
    if (at < end && (text[at] == '.' || text[at] == ',')) {
      int first = ++at;
      int weight = 100;
      while (at < end && isDigit(text[at])) {
        millis += (long) (text[at] - '0') * weight;
        weight /= 10;
        at++;
      }
      if (at == first) {
        return UNREADABLE;
      }
    }
    if (at == end) {
      return millis;
    }
    char mark = text[at];
    if (mark == 'Z' || mark == 'z') {
      return at + 1 == end ? millis : UNREADABLE;
    }
    if (mark != '+' && mark != '-') {
      return UNREADABLE;
    }
    int minutes = offsetMinutes(text, at + 1, end);
    if (minutes < 0) {
      return UNREADABLE;
    }
    return mark == '+' ? millis - minutes * 60_000L : millis + minutes * 60_000L;
  }

  /** Reads {@code HH}, {@code HHMM} or {@code HH:MM}, below 24 hours; -1 for anything else. */
  private static int offsetMinutes(char[] text, int start, int end) {
    int length = end - start;
    int hours = length >= 2 ? digits(text, start, 2) : -1;
    int minutes =
        switch (length) {
          case 2 -> 0;
          case 4 -> digits(text, start + 2, 2);
          case 5 -> text[start + 2] == ':' ? digits(text, start + 3, 2) : -1;
          default -> -1;
        };
    if (hours < 0 || minutes < 0 || hours > 23 || minutes > 59) {
      return -1;
    }
    return hours * 60 + minutes;
  }

  private long dateMillis(int year, int month, int day) {
    int date = (year * 100 + month) * 100 + day;
    if (date != cachedDate) {
      if (month < 1 || month > 12 || day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
        return UNREADABLE;
      }
      cachedDateMillis = LocalDate.of(year, month, day).toEpochDay() * MILLIS_PER_DAY;
      cachedDate = date;
    }
    return cachedDateMillis;
  }

  private static boolean isTimeMark(char c) {
    return c == 'T' || c == ' ' || c == 't';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Reads that many digits; negative when one of them is none. */
  private static int digits(char[] text, int start, int count) {
    int value = 0;
    for (int i = start; i < start + count; i++) {
      if (!isDigit(text[i])) {
        return -1;
      }
      value = value * 10 + text[i] - '0';
    }
    return value;
  }
}
