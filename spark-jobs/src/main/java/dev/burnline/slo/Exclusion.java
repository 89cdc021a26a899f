package dev.burnline.slo;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Maintenance whose events do not count. */
public sealed interface Exclusion {

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
   * @param duration each time
   */
  record Recurring(Recurrence recurrence, ClockDuration duration, ZoneId zone)
      implements Exclusion {

    public Recurring {
      requireNonNull(recurrence, "recurrence is null");
      requireNonNull(duration, "duration is null");
      requireNonNull(zone, "zone is null");
    }

    /** Creates maintenance that takes the same time whatever the clock does. */
    public Recurring(Recurrence recurrence, Duration duration, ZoneId zone) {
      this(recurrence, ClockDuration.exactly(duration), zone);
    }

    /** Returns the maintenance that starts at a time on the clock; of no length in a gap. */
    Span at(LocalDateTime time) {
      Instant start = CivilTime.instantOf(time, zone);
      return new Span(start, duration.end(start, time, zone));
    }
  }

  /** From {@code start <= instant < end}. */
  record Span(Instant start, Instant end) {}
}
