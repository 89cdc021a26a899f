package dev.burnline.slo.openslo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about excluded maintenance that cannot be read. */
class WrongMaintenanceTest {

  private static String excluding(String yaml) {
    return WrongFile.RATIO.replace(
        "  name: up", "  name: up\n  annotations:\n    burnline.dev/exclude: " + yaml);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tonight | must read 'start/end' or 'start/duration', for example '2026-11-20T01:00Z/PT2H', or 'RRULE:rule DTSTART=time DURATION=duration ZONE=zone'
          2026-11-20T01:00/PT2H | the start '2026-11-20T01:00' must be a time with its zone, such as 2026-11-20T01:00Z, 2026-11-20T01:00+01:00 or 2026-11-20T01:00[Europe/Berlin]
          2026-02-30T01:00Z/PT2H | the start '2026-02-30T01:00Z' must be a time with its zone, such as 2026-11-20T01:00Z, 2026-11-20T01:00+01:00 or 2026-11-20T01:00[Europe/Berlin]
          2026-11-20T01:00[Mars/Olympus]/PT2H | the start '2026-11-20T01:00[Mars/Olympus]' must be a time with its zone, such as 2026-11-20T01:00Z, 2026-11-20T01:00+01:00 or 2026-11-20T01:00[Europe/Berlin]
          2026-11-20T01:00Z/03:00 | the end '03:00' must be a time with its zone, such as 2026-11-20T01:00Z, 2026-11-20T01:00+01:00 or 2026-11-20T01:00[Europe/Berlin]
          2026-11-20T03:00Z/2026-11-20T01:00Z | the end must be after the start, got 2026-11-20T03:00:00Z and 2026-11-20T01:00:00Z
          2026-11-20T03:00Z/P2M | the duration 'P2M' must be one such as PT2H or PT90M, of at most 366 days
          2026-11-20T03:00Z/PT0S | the duration 'PT0S' must be one such as PT2H or PT90M, of at most 366 days
          2026-11-20T03:00Z/P0D | the duration 'P0D' must be one such as PT2H or PT90M, of at most 366 days
          2026-11-20T03:00Z/P | the duration 'P' must be one such as PT2H or PT90M, of at most 366 days
          2026-11-20T03:00Z/P1DT | the duration 'P1DT' must be one such as PT2H or PT90M, of at most 366 days
          2026-11-20T03:00Z/P1DT-1H | the duration 'P1DT-1H' must be one such as PT2H or PT90M, of at most 366 days
          2026-11-20T03:00Z/P366DT1S | the duration 'P366DT1S' must be one such as PT2H or PT90M, of at most 366 days
          2026-11-20T01:00+01:00[Mars/Olympus]/PT2H | the start '2026-11-20T01:00+01:00[Mars/Olympus]' must be a time with its zone, such as 2026-11-20T01:00Z, 2026-11-20T01:00+01:00 or 2026-11-20T01:00[Europe/Berlin]
          RRULE:FREQ=WEEKLY;BYDAY=SU DTSTART=2026-01-04T02:00 DURATION=PT1H | needs ZONE=
          RRULE:FREQ=WEEKLY;BYDAY=SU DTSTART=2026-01-04T02:00 DURATION=PT1H ZONE=Berlin | ZONE 'Berlin' must be a time zone such as Europe/Berlin
          RRULE:FREQ=WEEKLY;BYDAY=SU DTSTART=2026-01-04 DURATION=PT1H ZONE=UTC | DTSTART '2026-01-04' must be a time in ZONE such as 2026-01-04T02:00
          RRULE:FREQ=WEEKLY;BYDAY=SU DTSTART=2026-01-04T02:00 DURATION=1h ZONE=UTC | the duration '1h' must be one such as PT2H or PT90M, of at most 366 days
          RRULE:FREQ=WEEKLY;BYDAY=SU DTSTART=2026-01-04T02:00 DTSTART=2026-01-04T02:00 ZONE=UTC | has DTSTART twice
          RRULE:FREQ=WEEKLY START=2026-01-04T02:00 DURATION=PT1H ZONE=UTC | 'START=2026-01-04T02:00' is none of the parts DTSTART=, DURATION= and ZONE=
          RRULE:FREQ=WEEKLY;BYDAY=MO DTSTART=2026-01-04T02:00 DURATION=PT1H ZONE=UTC | DTSTART 2026-01-04T02:00 is no time of the rule, its first one is 2026-01-05T02:00
          RRULE:FREQ=MINUTELY DTSTART=2026-01-04T02:00 DURATION=PT1M ZONE=UTC | the rule may recur hourly at most
          RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 DTSTART=2026-01-04T02:00 DURATION=PT1M ZONE=UTC | the rule never comes true
          RRULE:FREQ=DAILY;UNTIL=20261231 DTSTART=2026-01-04T02:00 DURATION=PT1H ZONE=UTC | UNTIL must be a date-time, like DTSTART, for example 20261231T235959
          RRULE:FREQ=DAILY;UNTIL=20251231T000000Z DTSTART=2026-01-04T02:00 DURATION=PT1H ZONE=UTC | UNTIL 2025-12-31T00:00 is before DTSTART 2026-01-04T02:00
          RRULE:FREQ=DAILY DTSTART=2026-01-04T02:30:30 DURATION=PT30S ZONE=UTC | has no minute in it: a minute is excluded when its start is
          RRULE:FREQ=HOURLY;BYSECOND=1,30 DTSTART=2026-01-04T02:30:01 DURATION=PT30S ZONE=UTC | has no minute in it: a minute is excluded when its start is
          2026-11-20T01:00:01Z/PT59S | has no minute in it: a minute is excluded when its start is
          2026-11-20T01:00:01Z/2026-11-20T01:01:00Z | has no minute in it: a minute is excluded when its start is
          """)
  void everyProblemIsSaidWithItsPlaceAndValue(String entry, String message) {
    assertThat(SloFiles.problems(excluding("['" + entry + "']")))
        .containsExactly(
            "slo.yaml:6:28: document 1 (SLO up), metadata.annotations.burnline.dev/exclude[0]: "
                + message
                + ", got '"
                + (entry.length() > 80 ? entry.substring(0, 80) + "…" : entry)
                + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-20T01:00:01Z/PT60S",
        "2026-11-20T01:00:00Z/PT1S",
        "2026-11-20T01:00:01Z/PT59.5S",
        "RRULE:FREQ=DAILY DTSTART=2026-01-04T02:30:30 DURATION=PT31S ZONE=UTC",
        "RRULE:FREQ=DAILY DTSTART=2026-01-04T02:30:30 DURATION=PT60S ZONE=UTC",
        "RRULE:FREQ=HOURLY;BYSECOND=1,30,59 DTSTART=2026-01-04T02:30:01 DURATION=PT5S ZONE=UTC",
        "RRULE:FREQ=DAILY DTSTART=2026-01-04T02:30:30 DURATION=P1D ZONE=UTC"
      })
  void maintenanceThatHasTheStartOfAMinuteIsTaken(String entry) {
    assertThatCode(() -> SloFiles.parse(excluding("['" + entry + "']"))).doesNotThrowAnyException();
  }

  @Test
  void everyEntryOfAListOrLineOfATextIsRead() {
    assertThat(SloFiles.problems(excluding("[x, '2026-11-20T01:00Z/PT2H', 7]")))
        .extracting(message -> message.substring(0, "slo.yaml:6:nn".length()))
        .containsExactly("slo.yaml:6:28", "slo.yaml:6:57");
    assertThat(SloFiles.problems(excluding("\"2026-11-20T01:00Z/PT2H\\nx\""))).hasSize(1);
    assertThat(SloFiles.problems(excluding("{}")))
        .containsExactly(
            "slo.yaml:6:27: document 1 (SLO up), metadata.annotations.burnline.dev/exclude: must be"
                + " a text, got a mapping");
  }

  @Test
  void aRuleThatIsNoneIsRefusedWithTheReason() {
    String rule = "['RRULE:FREQ=SOMETIMES DTSTART=2026-01-04T02:00 DURATION=PT1H ZONE=UTC']";

    assertThat(SloFiles.problems(excluding(rule)))
        .singleElement()
        .asString()
        .contains("exclude[0]: the rule is not one of RFC 5545: ");
  }
}
