package dev.burnline.slo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * How long maintenance lasts, as <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.3.6">RFC
 * 5545</a> means it: days go by the clock of a zone, where they may have 23 or 25 hours, and hours
 * and less are exact.
 *
 * @param days at least 0; the day after a time on the clock ends at the same time
 * @param time what is added after the days, at least zero; together above zero and at most {@link
 *     #LONGEST_DAYS} days
 */
public record ClockDuration(long days, Duration time) {

  /** The most that one piece of maintenance may last. */
  public static final long LONGEST_DAYS = 366;

  public ClockDuration {
    boolean isPositive = days >= 0 && !time.isNegative() && (days > 0 || !time.isZero());
    if (!isPositive
        || days > LONGEST_DAYS
        || time.compareTo(Duration.ofDays(LONGEST_DAYS - days)) > 0) {
      throw new IllegalArgumentException(
          "the duration must be above zero and at most %d days, got %d days and %s"
              .formatted(LONGEST_DAYS, days, time));
    }
  }

  /** Returns a length that no clock changes. */
  public static ClockDuration exactly(Duration time) {
    return new ClockDuration(0, time);
  }

  /** Returns whether it is a day or has that much time. */
  boolean isAtLeast(Duration length) {
    return days > 0 || time.compareTo(length) >= 0;
  }

  /**
   * Returns the end of what starts at an instant.
   *
   * @param shown what a clock in the zone shows at the start; also a time that clocks leave out,
   *     for which {@code start} stands
   */
  public Instant end(Instant start, LocalDateTime shown, ZoneId zone) {
    return (days == 0 ? start : CivilTime.instantOf(shown.plusDays(days), zone)).plus(time);
  }

  @Override
  public String toString() {
    String text = days == 0 ? "P" : "P" + days + "D";
    return time.isZero() ? text : text + time.toString().substring(1);
  }
}
