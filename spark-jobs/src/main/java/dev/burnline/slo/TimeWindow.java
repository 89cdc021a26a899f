package dev.burnline.slo;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The time over which an error budget is kept. */
public sealed interface TimeWindow {

  /** Returns the duration as written in the SLO file. */
  DurationShorthand duration();

  /**
   * Looks back from the evaluated instant.
   *
   * @param duration a multiple of 24 hours
   */
  record Rolling(DurationShorthand duration) implements TimeWindow {

    public Rolling {
      if (!isWholeDays(duration)) {
        throw new IllegalArgumentException(
            "a rolling window must be a multiple of 24 h, got " + duration);
      }
    }

    /** Returns whether the duration is a multiple of 24 hours. */
    public static boolean isWholeDays(DurationShorthand duration) {
      return duration
          .fixedLength()
          .filter(length -> length.equals(Duration.ofDays(length.toDays())))
          .isPresent();
    }

    /** Returns the length, a multiple of 24 hours. */
    public Duration length() {
      return duration.fixedLength().orElseThrow();
    }
  }

  /**
   * Starts anew with every calendar unit.
   *
   * @param startTime the start of one such window, in {@code zone}
   */
  record Calendar(DurationShorthand duration, LocalDateTime startTime, ZoneId zone)
      implements TimeWindow {

    public Calendar {
      requireNonNull(duration, "duration is null");
      requireNonNull(startTime, "startTime is null");
      requireNonNull(zone, "zone is null");
    }
  }
}
