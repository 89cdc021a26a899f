package dev.burnline.slo.openslo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.slo.MinuteRange;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days and weeks of maintenance are those of the clock, hours are hours. */
class MaintenanceOfDaysTest {

  private static final long YEAR_START =
      Instant.parse("2026-01-01T00:00:00Z").getEpochSecond() / 60;
  private static final long YEAR_END = Instant.parse("2027-01-01T00:00:00Z").getEpochSecond() / 60;

  private static List<MinuteRange> excluded(String entry) throws SloFileException {
    String file =
        WrongFile.RATIO.replace(
            "  name: up",
            "  name: up\n  annotations:\n    burnline.dev/exclude: ['" + entry + "']");
    return SloFiles.parse(file).slos().get(0).exclusions().between(YEAR_START, YEAR_END);
  }

  /** Looks at the calendar at every minute of the year. */
  private static List<MinuteRange> minutes(
      ZoneId zone, Predicate<LocalDateTime> isIn, long minutesAfter) {
    List<MinuteRange> ranges = new ArrayList<>();
    long last = Long.MIN_VALUE / 2;
    long start = -1;
    for (long minute = YEAR_START; minute < YEAR_END; minute++) {
      if (isIn.test(LocalDateTime.ofInstant(Instant.ofEpochSecond(minute * 60), zone))) {
        last = minute;
      }
      if (minute <= last + minutesAfter && start < 0) {
        start = minute;
      } else if (minute > last + minutesAfter && start >= 0) {
        ranges.add(new MinuteRange(start, minute));
        start = -1;
      }
    }
    return ranges;
  }

  /** Clocks change by half an hour in Lord Howe, and at midnight in Havana. */
  @ParameterizedTest
  @ValueSource(
      strings = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Havana"})
  void everyMinuteOfAYearWithBothChangesOfTheClockIsAsTheCalendarSays(ZoneId zone)
      throws SloFileException {
    String sundays = "RRULE:FREQ=WEEKLY;BYDAY=SU DTSTART=2025-12-07T00:00 DURATION=%s ZONE=%s";
    String weeks = "RRULE:FREQ=WEEKLY;INTERVAL=2 DTSTART=2026-01-05T00:00 DURATION=%s ZONE=%s";
    Predicate<LocalDateTime> isSunday = time -> time.getDayOfWeek() == DayOfWeek.SUNDAY;
    Predicate<LocalDateTime> isWeekend =
        time -> time.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    Predicate<LocalDateTime> isEvenWeek =
        time ->
            time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) % 2 == 0
                && time.get(IsoFields.WEEK_BASED_YEAR) == 2026;

    assertThat(excluded(sundays.formatted("P1D", zone))).isEqualTo(minutes(zone, isSunday, 0));
    assertThat(excluded(sundays.formatted("P1DT3H20M", zone)))
        .isEqualTo(minutes(zone, isSunday, 200));
    assertThat(excluded(sundays.replace("SU", "SA").replace("07T", "06T").formatted("P2D", zone)))
        .isEqualTo(minutes(zone, isWeekend, 0));
    assertThat(excluded(weeks.formatted("P1W", zone))).isEqualTo(minutes(zone, isEvenWeek, 0));
    assertThat(excluded(weeks.formatted("P7DT1H", zone))).isEqualTo(minutes(zone, isEvenWeek, 60));
  }

  @ParameterizedTest
  @CsvSource({
    // Sundays of 25 and of 23 hours.
    "2026-10-25T00:00[Europe/Berlin]/P1D, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
    "2026-03-29T00:00[Europe/Berlin]/P1D, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
    "2026-10-25T00:00+02:00[Europe/Berlin]/P1D, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
    // An offset alone has no such days, and hours never change.
    "2026-10-25T00:00+02:00/P1D, 2026-10-24T22:00:00Z, 2026-10-25T22:00:00Z",
    "2026-10-25T00:00[Europe/Berlin]/PT24H, 2026-10-24T22:00:00Z, 2026-10-25T22:00:00Z",
    // The days come first: from Saturday to Sunday at 01:30, then four hours that pass.
    "2026-10-24T01:30[Europe/Berlin]/P1DT4H, 2026-10-23T23:30:00Z, 2026-10-25T03:30:00Z",
    "2026-03-28T01:30[Europe/Berlin]/P1DT4H, 2026-03-28T00:30:00Z, 2026-03-29T04:30:00Z",
    // 02:30 ends with the gap, and is the first of two.
    "2026-03-28T02:30[Europe/Berlin]/P1D, 2026-03-28T01:30:00Z, 2026-03-29T01:00:00Z",
    "2026-10-24T02:30[Europe/Berlin]/P1D, 2026-10-24T00:30:00Z, 2026-10-25T00:30:00Z",
    "2026-03-29T02:30[Europe/Berlin]/P1D, 2026-03-29T01:00:00Z, 2026-03-30T00:30:00Z",
    // The second 02:30, as its offset says.
    "2026-10-25T02:30+01:00[Europe/Berlin]/PT1H, 2026-10-25T01:30:00Z, 2026-10-25T02:30:00Z"
  })
  void aDayEndsAtTheSameTimeOfTheClock(String entry, Instant start, Instant end)
      throws SloFileException {
    assertThat(excluded(entry))
        .containsExactly(new MinuteRange(start.getEpochSecond() / 60, end.getEpochSecond() / 60));
  }

  @Test
  void aWholeYearIsStillAsLongAsMaintenanceMayBe() throws SloFileException {
    assertThat(excluded("2026-01-01T00:00Z/P366D")).hasSize(1);
    assertThat(excluded("2026-01-01T00:00Z/P52WT48H")).hasSize(1);
    assertThat(excluded("2026-01-01T00:00Z/P365DT24H")).hasSize(1);
  }
}
