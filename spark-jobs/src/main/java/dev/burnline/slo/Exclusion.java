package dev.burnline.slo;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Maintenance whose events do not count. */
public sealed interface Exclusion {

  /**
   * Returns whether there is a minute in it: one whose start is. Of rules that give several seconds
   * of a minute the first times are looked at.
   */
  boolean hasMinutes();

  /** Returns the zone that its times are told in. */
  ZoneId zone();

  /**
   * One piece of maintenance.
   *
   * @param end after {@code start}, exclusive
   * @param zone that its times are told in
   */
  record Once(Instant start, Instant end, ZoneId zone) implements Exclusion {

    public Once {
      requireNonNull(zone, "zone is null");
      if (!end.isAfter(start)) {
        throw new IllegalArgumentException(
            "the end must be after the start, got %s and %s".formatted(start, end));
      }
    }

    /** Creates maintenance whose times are told in UTC. */
    public Once(Instant start, Instant end) {
      this(start, end, ZoneOffset.UTC);
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

    /**
     * Returns the first times that end after an instant, or the last ones of all when none does, in
     * their order.
     *
     * @param count the most that are returned, at least 1
     */
    public List<Span> near(Instant at, int count) {
      LocalDateTime first = firstThatMayEndAfter(at);
      List<Span> next =
          recurrence
              .from(first)
              .map(this::at)
              .filter(span -> span.endsAfter(at))
              .limit(count)
              .toList();
      return next.isEmpty() ? last(count) : next;
    }

    /** Only for rules that end. */
    private List<Span> last(int count) {
      Deque<Span> last = new ArrayDeque<>();
      recurrence
          .from(LocalDateTime.MIN)
          .forEach(
              time -> {
                last.add(at(time));
                if (last.size() > count) {
                  last.remove();
                }
              });
      return List.copyOf(last);
    }

    /** A day early: clocks may have been set in between. */
    LocalDateTime firstThatMayEndAfter(Instant instant) {
      return LocalDateTime.ofInstant(instant.minus(duration.time()), zone)
          .minusDays(duration.days() + 1);
    }

    /** Returns the maintenance that starts at a time on the clock; of no length in a gap. */
    Span at(LocalDateTime time) {
      Instant start = CivilTime.instantOf(time, zone);
      return new Span(start, duration.end(start, time, zone));
    }
  }

  /** From {@code start <= instant < end}. */
  record Span(Instant start, Instant end) {

    private boolean endsAfter(Instant at) {
      return end.isAfter(at);
    }

    private boolean hasMinutes() {
      return CivilTime.firstMinuteFrom(start) < CivilTime.firstMinuteFrom(end);
    }
  }
}
