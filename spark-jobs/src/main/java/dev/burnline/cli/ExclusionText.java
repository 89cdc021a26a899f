package dev.burnline.cli;

import static java.util.Objects.requireNonNull;

import dev.burnline.slo.Exclusion;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/** Excluded maintenance as it is understood. */
record ExclusionText(Exclusion exclusion) {

  /** How many times of a rule are told. */
  private static final int TIMES = 2;

  ExclusionText {
    requireNonNull(exclusion, "exclusion is null");
  }

  /** Returns the rule or the interval with its zone. */
  String rule() {
    if (exclusion instanceof Exclusion.Recurring recurring) {
      return Console.clean(
          "%s DURATION=%s ZONE=%s"
              .formatted(recurring.recurrence(), recurring.duration(), recurring.zone()));
    }
    Exclusion.Once once = (Exclusion.Once) exclusion;
    return "%s ZONE=%s"
        .formatted(interval(once.start(), once.end(), exclusion.zone()), exclusion.zone());
  }

  /** Returns the next two times of a rule, or the last two when no more come. */
  List<String> times(Instant now) {
    return exclusion instanceof Exclusion.Recurring recurring
        ? recurring.near(now, TIMES).stream()
            .map(span -> when(span, now) + interval(span.start(), span.end(), exclusion.zone()))
            .toList()
        : List.of();
  }

  private static String when(Exclusion.Span span, Instant now) {
    if (!span.end().isAfter(now)) {
      return "over  ";
    }
    return span.start().isAfter(now) ? "next  " : "now   ";
  }

  private static String interval(Instant start, Instant end, ZoneId zone) {
    return "%s to %s"
        .formatted(OffsetDateTime.ofInstant(start, zone), OffsetDateTime.ofInstant(end, zone));
  }
}
