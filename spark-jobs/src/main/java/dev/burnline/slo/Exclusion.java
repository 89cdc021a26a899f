package dev.burnline.slo;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Maintenance whose events do not count. */
public sealed interface Exclusion {

  /** The most that one piece of maintenance may last. */
  Duration LONGEST = Duration.ofDays(366);

  /**
   * One piece of maintenance.
   *
   * @param end after {@code start}, exclusive
   */
  record Once(Instant start, Instant end) implements Exclusion {

    public Once {
      if (!end.isAfter(start)) {
        throw new IllegalArgumentException(
            "the end must be after the start, got %s and %s".formatted(start, end));
      }
    }
  }

  /**
   * Maintenance that comes again and again.
   *
   * @param recurrence when it starts, on the clock of {@code zone}
   * @param duration each time, above zero and at most {@link #LONGEST}
   */
  record Recurring(Recurrence recurrence, Duration duration, ZoneId zone) implements Exclusion {

    public Recurring {
      requireNonNull(recurrence, "recurrence is null");
      requireNonNull(zone, "zone is null");
      if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(
            "the duration must be above zero and at most %s, got %s".formatted(LONGEST, duration));
      }
    }

    /** Returns the instant of a start. */
    Instant instantOf(LocalDateTime start) {
      return CivilTime.instantOf(start, zone);
    }
  }
}
