package dev.burnline.slo.budget;

import dev.burnline.slo.CivilTime;
import dev.burnline.slo.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * The SLO window of one evaluation, in minutes since 1970-01-01T00:00Z. Events count from {@code
 * start} to {@code evaluated}, both windows and events half open.
 *
 * @param end the evaluated minute of a rolling window; of a calendar window its end, mostly later
 * @param evaluated the minute at whose start is evaluated, after {@code start} and at most {@code
 *     end}
 */
public record WindowSpan(long start, long end, long evaluated) {

  public WindowSpan {
    if (evaluated <= start || evaluated > end) {
      throw new IllegalArgumentException(
          "a window from %d to %d cannot be evaluated at %d".formatted(start, end, evaluated));
    }
  }

  /** Returns the window that is evaluated at the start of a minute: it contains the one before. */
  public static WindowSpan at(TimeWindow window, long endMinute) {
    if (window instanceof TimeWindow.Rolling rolling) {
      return new WindowSpan(endMinute - rolling.length().toMinutes(), endMinute, endMinute);
    }
    TimeWindow.Calendar calendar = (TimeWindow.Calendar) window;
    long minute = endMinute - 1;
    long k =
        calendar.about(
            LocalDateTime.ofInstant(Instant.ofEpochSecond(minute * 60), calendar.zone()));
    while (startOf(calendar, k) > minute) {
      k--;
    }
    // A window of no length, a day that a zone left out, is passed over.
    while (startOf(calendar, k + 1) <= minute) {
      k++;
    }
    return new WindowSpan(startOf(calendar, k), startOf(calendar, k + 1), endMinute);
  }

  private static long startOf(TimeWindow.Calendar calendar, long k) {
    return CivilTime.firstMinuteFrom(CivilTime.instantOf(calendar.start(k), calendar.zone()));
  }

  /**
   * Returns the window evaluated at the start of another minute; quick while a calendar window goes
   * on.
   */
  public WindowSpan movedTo(TimeWindow window, long endMinute) {
    return window instanceof TimeWindow.Calendar && start < endMinute && endMinute <= end
        ? new WindowSpan(start, end, endMinute)
        : at(window, endMinute);
  }

  /** Returns the minutes of the whole window. */
  public long minutes() {
    return end - start;
  }

  /** Returns the minutes of the window until it is evaluated, at least 1. */
  public long elapsedMinutes() {
    return evaluated - start;
  }

  /** Returns the length of the whole window. */
  public Duration length() {
    return Duration.ofMinutes(minutes());
  }

  /** Returns the start. */
  public Instant startsAt() {
    return Instant.ofEpochSecond(start * 60);
  }

  /** Returns the end of the whole window. */
  public Instant endsAt() {
    return Instant.ofEpochSecond(end * 60);
  }
}
