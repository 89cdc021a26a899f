package dev.burnline.slo;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The time over which an error budget is kept. */
public sealed interface TimeWindow {

  /** Returns the duration as written in the SLO file. */
  DurationShorthand duration();

  /**
   * Looks back from the evaluated instant.
   *
   * @param duration a multiple of 24 hours, at most {@link #LONGEST_DAYS} days
   */
  record Rolling(DurationShorthand duration) implements TimeWindow {

    /** The longest rolling window, ten years and a little; its exhaustion is simulated. */
    public static final long LONGEST_DAYS = 3660;

    public Rolling {
      if (!isWholeDays(duration)) {
        throw new IllegalArgumentException(
            "a rolling window must be a multiple of 24 h, got " + duration);
      }
      if (isTooLong(duration)) {
        throw new IllegalArgumentException(
            "a rolling window must be at most %d days, got %s".formatted(LONGEST_DAYS, duration));
      }
    }

    /** Returns whether the duration is a multiple of 24 hours. */
    public static boolean isWholeDays(DurationShorthand duration) {
      return duration
          .fixedLength()
          .filter(length -> length.equals(Duration.ofDays(length.toDays())))
          .isPresent();
    }

    /** Returns whether the duration is longer than a rolling window may be. */
    public static boolean isTooLong(DurationShorthand duration) {
      return duration.fixedLength().filter(length -> length.toDays() > LONGEST_DAYS).isPresent();
    }

    /** Returns the length, a multiple of 24 hours. */
    public Duration length() {
      return duration.fixedLength().orElseThrow();
    }
  }

  /**
   * Starts anew with every calendar unit: at {@code startTime + k * duration} on the clock of the
   * zone, for every whole k. A day that a month does not have is its last one.
   *
   * @param duration of days, weeks, months, quarters or years
   * @param startTime the start of one such window, in {@code zone}
   */
  record Calendar(DurationShorthand duration, LocalDateTime startTime, ZoneId zone)
      implements TimeWindow {

    public Calendar {
      requireNonNull(duration, "duration is null");
      requireNonNull(startTime, "startTime is null");
      requireNonNull(zone, "zone is null");
      if (!isOfDays(duration)) {
        throw new IllegalArgumentException(
            "a calendar window must be days, weeks, months, quarters or years, got " + duration);
      }
    }

    /** Returns whether the duration is one of days or longer units. */
    public static boolean isOfDays(DurationShorthand duration) {
      return switch (duration.unit()) {
        case MINUTE, HOUR -> false;
        case DAY, WEEK, MONTH, QUARTER, YEAR -> true;
      };
    }

    /** Returns the start of the k-th window from {@code startTime} on, on the clock of the zone. */
    public LocalDateTime start(long k) {
      return startTime.plus(Math.multiplyExact(k, unitsOfOne()), unit());
    }

    /** Returns about which window contains the time on the clock; off by one at most. */
    public long about(LocalDateTime time) {
      return Math.floorDiv(unit().between(startTime, time), unitsOfOne());
    }

    private long unitsOfOne() {
      return (duration.unit() == DurationShorthand.Unit.QUARTER ? 3L : 1L) * duration.count();
    }

    private ChronoUnit unit() {
      return switch (duration.unit()) {
        case MINUTE -> ChronoUnit.MINUTES;
        case HOUR -> ChronoUnit.HOURS;
        case DAY -> ChronoUnit.DAYS;
        case WEEK -> ChronoUnit.WEEKS;
        case MONTH, QUARTER -> ChronoUnit.MONTHS;
        case YEAR -> ChronoUnit.YEARS;
      };
    }
  }
}
