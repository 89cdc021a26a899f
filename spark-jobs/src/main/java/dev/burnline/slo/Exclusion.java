package dev.burnline.slo;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Maintenance whose events do not count. */
public sealed interface Exclusion {

  /**
   * Returns whether there is a minute in it: one whose start is. Of rules that give several seconds
   * of a minute the first times are looked at.
   */
  boolean hasMinutes();

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

    @Override
    public boolean hasMinutes() {
      return new Span(start, end).hasMinutes();
    }
  }

  /**
   * Maintenance that comes again and again.
   *
   * @param recurrence when it starts, on the clock of {@code zone}
   * @param duration each time
   */
  record Recurring(Recurrence recurrence, ClockDuration duration, ZoneId zone)
      implements Exclusion {

    private static final int SECONDS_OF_A_MINUTE = 60;

    public Recurring {
      requireNonNull(recurrence, "recurrence is null");
      requireNonNull(duration, "duration is null");
      requireNonNull(zone, "zone is null");
    }

    /** Creates maintenance that takes the same time whatever the clock does. */
    public Recurring(Recurrence recurrence, Duration duration, ZoneId zone) {
      this(recurrence, ClockDuration.exactly(duration), zone);
    }

    @Override
    public boolean hasMinutes() {
      return duration.isAtLeast(Duration.ofMinutes(1))
          || recurrence
              .from(LocalDateTime.MIN)
              .limit(SECONDS_OF_A_MINUTE)
              .anyMatch(time -> at(time).hasMinutes());
    }

    /** Returns the maintenance that starts at a time on the clock; of no length in a gap. */
    Span at(LocalDateTime time) {
      Instant start = CivilTime.instantOf(time, zone);
      return new Span(start, duration.end(start, time, zone));
    }
  }

  /** From {@code start <= instant < end}. */
  record Span(Instant start, Instant end) {

    private boolean hasMinutes() {
      return CivilTime.firstMinuteFrom(start) < CivilTime.firstMinuteFrom(end);
    }
  }
}
