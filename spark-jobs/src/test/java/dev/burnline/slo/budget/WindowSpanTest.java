package dev.burnline.slo.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burnline.naive.NaiveWindow;
import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class WindowSpanTest {

  private static WindowSpan at(String instant, String duration, String start, String zone) {
    return WindowSpan.at(calendar(duration, start, zone), minute(instant));
  }

  private static TimeWindow.Calendar calendar(String duration, String start, String zone) {
    return new TimeWindow.Calendar(
        DurationShorthand.parse(duration).orElseThrow(),
        LocalDateTime.parse(start),
        ZoneId.of(zone));
  }

  private static long minute(String instant) {
    return Instant.parse(instant).getEpochSecond() / 60;
  }

  private static String text(WindowSpan span) {
    return span.startsAt() + "/" + span.endsAt();
  }

  @Test
  void aRollingWindowEndsWhereItIsEvaluated() {
    WindowSpan span =
        WindowSpan.at(
            new TimeWindow.Rolling(DurationShorthand.parse("4w").orElseThrow()),
            minute("2026-11-24T08:15:00Z"));

    assertThat(text(span)).isEqualTo("2026-10-27T08:15:00Z/2026-11-24T08:15:00Z");
    assertThat(span.elapsedMinutes()).isEqualTo(span.minutes()).isEqualTo(28 * 1440);
  }

  @Test
  void theWindowThatJustEndsIsTheOneEvaluated() {
    String month = "2026-01-01T00:00";

    assertThat(text(at("2026-11-01T00:00:00Z", "1M", month, "UTC")))
        .isEqualTo("2026-10-01T00:00:00Z/2026-11-01T00:00:00Z");
    assertThat(text(at("2026-11-01T00:01:00Z", "1M", month, "UTC")))
        .isEqualTo("2026-11-01T00:00:00Z/2026-12-01T00:00:00Z");
    assertThat(at("2026-11-01T00:01:00Z", "1M", month, "UTC").elapsedMinutes()).isEqualTo(1);
  }

  @Test
  void unitsAreCountedFromTheFirstStartBothWays() {
    assertThat(text(at("2026-11-24T00:00:00Z", "1Q", "2020-02-01T00:00", "UTC")))
        .isEqualTo("2026-11-01T00:00:00Z/2027-02-01T00:00:00Z");
    assertThat(text(at("2026-11-24T00:00:00Z", "2w", "2026-11-23T00:00", "UTC")))
        .isEqualTo("2026-11-23T00:00:00Z/2026-12-07T00:00:00Z");
    assertThat(text(at("2026-11-22T00:00:00Z", "2w", "2026-11-23T00:00", "UTC")))
        .isEqualTo("2026-11-09T00:00:00Z/2026-11-23T00:00:00Z");
    assertThat(text(at("2019-05-05T00:00:00Z", "5M", "2026-11-23T00:00", "UTC")))
        .isEqualTo("2018-12-23T00:00:00Z/2019-05-23T00:00:00Z");
  }

  @Test
  void aDayThatAMonthDoesNotHaveIsItsLast() {
    String lastDay = "2026-01-31T00:00";

    assertThat(text(at("2026-02-15T00:00:00Z", "1M", lastDay, "UTC")))
        .isEqualTo("2026-01-31T00:00:00Z/2026-02-28T00:00:00Z");
    assertThat(text(at("2026-03-15T00:00:00Z", "1M", lastDay, "UTC")))
        .as("the 31st again, not the 28th")
        .isEqualTo("2026-02-28T00:00:00Z/2026-03-31T00:00:00Z");
    assertThat(text(at("2026-11-24T00:00:00Z", "1Y", "2024-02-29T00:00", "UTC")))
        .isEqualTo("2026-02-28T00:00:00Z/2027-02-28T00:00:00Z");
  }

  @Test
  void daysAreAsLongAsTheClockMakesThem() {
    assertThat(at("2026-10-25T12:00:00Z", "1d", "2026-01-01T00:00", "Europe/Berlin").length())
        .isEqualTo(Duration.ofHours(25));
    assertThat(at("2026-03-29T12:00:00Z", "1d", "2026-01-01T00:00", "Europe/Berlin").length())
        .isEqualTo(Duration.ofHours(23));
    assertThat(text(at("2026-03-29T12:00:00Z", "1d", "2026-01-01T02:30", "Europe/Berlin")))
        .as("02:30 does not exist, the first time after the gap is 03:00")
        .isEqualTo("2026-03-29T01:00:00Z/2026-03-30T00:30:00Z");
    assertThat(text(at("2026-10-25T12:00:00Z", "1d", "2026-01-01T02:30", "Europe/Berlin")))
        .as("the first of two 02:30")
        .isEqualTo("2026-10-25T00:30:00Z/2026-10-26T01:30:00Z");
  }

  @Test
  void aDayThatAZoneLeftOutIsNoWindow() {
    // Samoa went from the 29th to the 31st of December 2011.
    assertThat(text(at("2011-12-30T10:00:00Z", "1d", "2011-01-01T00:00", "Pacific/Apia")))
        .isEqualTo("2011-12-29T10:00:00Z/2011-12-30T10:00:00Z");
    assertThat(text(at("2011-12-30T10:01:00Z", "1d", "2011-01-01T00:00", "Pacific/Apia")))
        .isEqualTo("2011-12-30T10:00:00Z/2011-12-31T10:00:00Z");
  }

  @Test
  void aStartWithinAMinuteLeavesThatMinuteToTheWindowBefore() {
    assertThat(text(at("2026-11-24T12:00:00Z", "1d", "2026-01-01T06:00:30", "UTC")))
        .isEqualTo("2026-11-24T06:01:00Z/2026-11-25T06:01:00Z");
  }

  @Test
  void everyMinuteOfAYearHasTheWindowThatCountingGives() {
    compare("1d", "2026-01-01T02:15", ChronoUnit.DAYS, "America/St_Johns");
    compare("1w", "2025-12-29T00:00", ChronoUnit.WEEKS, "Europe/Berlin");
    compare("1M", "2025-12-31T23:59", ChronoUnit.MONTHS, "Australia/Lord_Howe");
  }

  private static void compare(String duration, String start, ChronoUnit unit, String zone) {
    TimeWindow window = calendar(duration, start, zone);
    NaiveWindow naive = new NaiveWindow.Civil(LocalDateTime.parse(start), 1, unit, ZoneId.of(zone));
    long first = minute("2026-01-02T00:00:00Z");
    long from = naive.start(first);
    long to = naive.end(first);
    WindowSpan moved = WindowSpan.at(window, first);
    for (long minute = first; minute < first + 366 * 1440; minute++) {
      if (minute > to) {
        from = naive.start(minute);
        to = naive.end(minute);
      }
      moved = moved.movedTo(window, minute);
      if (minute % 7 == 0 || minute <= from + 1 || minute >= to - 1) {
        assertThat(WindowSpan.at(window, minute)).isEqualTo(new WindowSpan(from, to, minute));
      }
      assertThat(moved.start() == from && moved.end() == to).isTrue();
    }
  }

  @Test
  void aWindowIsChecked() {
    assertThatThrownBy(() -> new WindowSpan(5, 10, 5))
        .hasMessage("a window from 5 to 10 cannot be evaluated at 5");
    assertThatThrownBy(() -> calendar("36h", "2026-01-01T00:00", "UTC"))
        .hasMessage("a calendar window must be days, weeks, months, quarters or years, got 36h");
  }
}
