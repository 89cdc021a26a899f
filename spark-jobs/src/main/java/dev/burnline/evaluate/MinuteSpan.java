package dev.burnline.evaluate;

import dev.burnline.report.Window;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** A half-open span of whole minutes since 1970 UTC. */
public record MinuteSpan(int start, int end) implements Serializable {

  public MinuteSpan {
    if (end < start) {
      throw new IllegalArgumentException("a span cannot go from %d to %d".formatted(start, end));
    }
  }

  /** Returns the span from the start of one civil day to the start of another. */
  public static MinuteSpan ofDays(LocalDate first, LocalDate afterLast, ZoneId zone) {
    return new MinuteSpan(minuteOf(first, zone), minuteOf(afterLast, zone));
  }

  private static int minuteOf(LocalDate date, ZoneId zone) {
    return (int) Math.floorDiv(date.atStartOfDay(zone).toEpochSecond(), 60L);
  }

  /** Returns the first minute that starts at or after an instant. */
  static int minuteFrom(Instant instant) {
    return (int) -Math.floorDiv(-instant.toEpochMilli(), 60_000L);
  }

  boolean contains(int minute) {
    return minute >= start && minute < end;
  }

  /** Returns the part of it that lies in another span; empty when there is none. */
  Optional<MinuteSpan> within(MinuteSpan other) {
    int from = Math.max(start, other.start);
    int to = Math.min(end, other.end);
    return from < to ? Optional.of(new MinuteSpan(from, to)) : Optional.empty();
  }

  /** Returns the span as a report's window; it must not be empty. */
  public Window window(ZoneId zone) {
    return new Window(instantOf(start), instantOf(end), zone);
  }

  static Instant instantOf(int minute) {
    return Instant.ofEpochSecond(minute * 60L);
  }
}
