package dev.burnline.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExclusionsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static long minute(String instant) {
    return Instant.parse(instant).getEpochSecond() / 60;
  }

  private static Exclusion once(String start, String end) {
    return new Exclusion.Once(Instant.parse(start), Instant.parse(end));
  }

  private static Exclusion sundays(Duration duration) {
    Recurrence at =
        Recurrence.of("FREQ=WEEKLY;BYDAY=SU", LocalDateTime.of(2026, 1, 4, 2, 0), BERLIN);
    return new Exclusion.Recurring(at, duration, BERLIN);
  }

  private static List<String> between(String from, String to, Exclusion... exclusions) {
    return new Exclusions(List.of(exclusions))
        .between(minute(from), minute(to)).stream()
            .map(
                range ->
                    Instant.ofEpochSecond(range.from() * 60)
                        + "/"
                        + Instant.ofEpochSecond(range.to() * 60))
            .toList();
  }

  @Test
  void rangesAreCutJoinedAndInOrder() {
    assertThat(
            between(
                "2026-11-01T00:00:00Z",
                "2026-11-02T00:00:00Z",
                once("2026-11-01T20:00:00Z", "2026-11-02T05:00:00Z"),
                once("2026-11-01T10:00:00Z", "2026-11-01T11:00:00Z"),
                once("2026-11-01T11:00:00Z", "2026-11-01T12:00:00Z"),
                once("2026-11-01T10:15:00Z", "2026-11-01T10:20:00Z"),
                once("2026-10-01T10:15:00Z", "2026-11-01T01:00:00Z"),
                once("2026-10-01T10:15:00Z", "2026-11-01T00:00:00Z")))
        .containsExactly(
            "2026-11-01T00:00:00Z/2026-11-01T01:00:00Z",
            "2026-11-01T10:00:00Z/2026-11-01T12:00:00Z",
            "2026-11-01T20:00:00Z/2026-11-02T00:00:00Z");
  }

  @Test
  void aMinuteIsExcludedWhenItsStartIs() {
    assertThat(
            between(
                "2026-11-01T00:00:00Z",
                "2026-11-02T00:00:00Z",
                once("2026-11-01T10:00:01Z", "2026-11-01T10:02:00.001Z"),
                once("2026-11-01T11:00:01Z", "2026-11-01T11:00:59Z")))
        .containsExactly("2026-11-01T10:01:00Z/2026-11-01T10:03:00Z");
  }

  @Test
  void recurringTimesFollowTheClockThroughItsChanges() {
    assertThat(
            between("2026-03-20T00:00:00Z", "2026-04-06T00:00:00Z", sundays(Duration.ofHours(1))))
        .as("at 02:00, which on the 29th is 03:00")
        .containsExactly(
            "2026-03-22T01:00:00Z/2026-03-22T02:00:00Z",
            "2026-03-29T01:00:00Z/2026-03-29T02:00:00Z",
            "2026-04-05T00:00:00Z/2026-04-05T01:00:00Z");
    assertThat(
            between("2026-10-25T00:00:00Z", "2026-10-26T00:00:00Z", sundays(Duration.ofHours(1))))
        .as("the first of two 02:00")
        .containsExactly("2026-10-25T00:00:00Z/2026-10-25T01:00:00Z");
  }

  @Test
  void whatBeganBeforeTheSpanStillCounts() {
    assertThat(between("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z", sundays(Duration.ofDays(2))))
        .containsExactly("2026-11-24T00:00:00Z/2026-11-24T01:00:00Z");
    assertThat(between("2026-11-24T00:00:00Z", "2026-12-24T00:00:00Z", sundays(Duration.ofDays(8))))
        .containsExactly("2026-11-24T00:00:00Z/2026-12-24T00:00:00Z");
  }

  @Test
  void theNextTimesAreThoseThatEndLaterAndTheLastOnesWhereThereAreNone() {
    Exclusion.Recurring nights =
        new Exclusion.Recurring(
            Recurrence.of("FREQ=DAILY;COUNT=4", LocalDateTime.of(2026, 1, 1, 20, 0), BERLIN),
            Duration.ofDays(2),
            BERLIN);

    // From 19:00Z of one day to that of the day after the next.
    assertThat(starts(nights, "2025-01-01T00:00:00Z")).containsExactly("01T19", "02T19");
    assertThat(starts(nights, "2026-01-03T18:59:59Z")).containsExactly("01T19", "02T19");
    assertThat(starts(nights, "2026-01-03T19:00:00Z")).containsExactly("02T19", "03T19");
    assertThat(starts(nights, "2026-01-05T19:00:00Z")).containsExactly("04T19");
    assertThat(starts(nights, "2026-01-06T19:00:00Z")).containsExactly("03T19", "04T19");
    assertThat(starts(nights, "2126-01-06T19:00:00Z")).containsExactly("03T19", "04T19");
  }

  private static List<String> starts(Exclusion.Recurring recurring, String at) {
    return recurring.near(Instant.parse(at), 2).stream()
        .map(
            span ->
                span.start().toString().substring("2026-01-".length(), "2026-01-01T00".length()))
        .toList();
  }

  @Test
  void noSpanHasNoMinutes() {
    assertThat(between("2026-11-24T00:00:00Z", "2026-11-24T00:00:00Z", sundays(Duration.ofDays(8))))
        .isEmpty();
    assertThat(Exclusions.NONE.isEmpty()).isTrue();
  }
}
