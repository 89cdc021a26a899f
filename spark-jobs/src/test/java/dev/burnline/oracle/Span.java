package dev.burnline.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Half open: the start belongs to it, the end does not. */
record Span(Instant start, Instant end) {

  /** Returns the civil days from {@code first} to {@code last}, both whole. */
  static Span ofDays(LocalDate first, LocalDate last, ZoneId zone) {
    return new Span(
        first.atStartOfDay(zone).toInstant(), last.plusDays(1).atStartOfDay(zone).toInstant());
  }

  static Span before(Instant end, Duration length) {
    return new Span(end.minus(length), end);
  }

  boolean contains(long millis) {
    return start.toEpochMilli() <= millis && millis < end.toEpochMilli();
  }

  long seconds() {
    return ChronoUnit.SECONDS.between(start, end);
  }
}
