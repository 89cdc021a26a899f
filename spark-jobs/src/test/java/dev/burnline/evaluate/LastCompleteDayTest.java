package dev.burnline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.rollup.CountedKeys;
import dev.burnline.rollup.Extent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LastCompleteDayTest {

  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final List<Extent> segments = new ArrayList<>();

  @Test
  void without_a_line_there_is_no_day() {
    assertThat(LastCompleteDay.of(segments, UTC)).isEmpty();
  }

  @Test
  void a_day_with_a_line_in_its_last_quarter_is_complete() {
    lines("2026-11-21T12:00:00Z", 100);
    lines("2026-11-22T23:45:00Z", 100);

    assertThat(day(UTC)).isEqualTo("2026-11-22");
  }

  @Test
  void a_day_that_still_goes_on_is_not() {
    lines("2026-11-21T12:00:00Z", 100);
    lines("2026-11-22T23:44:59Z", 100);

    assertThat(day(UTC)).isEqualTo("2026-11-21");
  }

  @Test
  void the_day_before_counts_also_without_lines_of_its_own() {
    lines("2026-11-20T08:00:00Z", 100);
    lines("2026-11-22T08:00:00Z", 100);

    assertThat(day(UTC)).isEqualTo("2026-11-21");
  }

  @Test
  void the_first_day_of_all_counts_before_it_is_complete() {
    lines("2026-11-22T08:00:00Z", 100);

    assertThat(day(UTC)).isEqualTo("2026-11-22");
    assertThat(LastCompleteDay.of(segments, UTC).orElseThrow().warnings())
        .containsExactly(
            "no day is complete in the logs yet: 2026-11-22 is reported as far as it goes");
  }

  @Test
  void lines_of_all_segments_count_together() {
    lines("2026-11-21T12:00:00Z", 100);
    lines("2026-11-22T12:00:00Z", 10_000);
    lines("2026-11-23T23:50:00Z", 50);
    assertThat(day(UTC)).as("with half a per cent of the lines").isEqualTo("2026-11-21");

    lines("2026-11-23T09:00:00Z", 50);
    assertThat(day(UTC)).as("with one per cent of the lines").isEqualTo("2026-11-23");
  }

  @Test
  void a_clock_that_runs_ahead_does_not_choose_the_day() {
    lines("2026-11-22T23:50:00Z", 1000);
    lines("2031-01-01T23:59:00Z", 9);

    assertThat(day(UTC)).isEqualTo("2026-11-22");
    assertThat(LastCompleteDay.of(segments, UTC).orElseThrow().warnings())
        .containsExactly(
            "2031-01-01 has 9 lines, too few beside other days: taken for a wrong clock; name the"
                + " time to report if it is not");
  }

  @Test
  void days_are_those_of_the_zone() {
    lines("2026-11-20T08:00:00Z", 100);
    lines("2026-11-22T22:59:00Z", 100);

    assertThat(day(BERLIN)).isEqualTo("2026-11-22");
    assertThat(day(ZoneId.of("Asia/Kathmandu"))).isEqualTo("2026-11-22");
    assertThat(day(UTC)).isEqualTo("2026-11-21");
  }

  @Test
  void a_day_of_23_or_25_hours_ends_where_its_last_quarter_ends() {
    lines("2026-10-25T22:45:00Z", 100);
    assertThat(day(BERLIN)).isEqualTo("2026-10-25");
    segments.clear();

    lines("2026-03-29T21:45:00Z", 100);
    assertThat(day(BERLIN)).isEqualTo("2026-03-29");
    segments.clear();

    lines("2026-10-20T08:00:00Z", 100);
    lines("2026-10-25T21:45:00Z", 100);
    assertThat(day(BERLIN)).as("an hour before its end").isEqualTo("2026-10-24");
  }

  private String day(ZoneId zone) {
    return LastCompleteDay.of(segments, zone).orElseThrow().date().toString();
  }

  private void lines(String time, long count) {
    TreeMap<Integer, Long> quarters = new TreeMap<>();
    quarters.put((int) Math.floorDiv(Instant.parse(time).getEpochSecond(), 900L), count);
    segments.add(
        new Extent(
            "segment-" + segments.size(),
            "app.log",
            0,
            1,
            CountedKeys.NONE,
            List.of(),
            quarters,
            count,
            Instant.parse(time).toEpochMilli(),
            Instant.parse(time).toEpochMilli(),
            null));
  }
}
