package dev.burnline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.rollup.CountedKeys;
import dev.burnline.rollup.Extent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LoggedMinutesTest {

  private static final MinuteSpan WEEK =
      MinuteSpan.ofDays(
          LocalDate.parse("2026-11-16"), LocalDate.parse("2026-11-23"), ZoneOffset.UTC);

  private final List<Extent> segments = new ArrayList<>();

  @Test
  void the_part_of_a_span_goes_from_its_first_line_to_its_last_by_the_minute() {
    line("2026-11-18T10:07:30Z");
    line("2026-11-20T16:52:10Z");

    assertThat(part()).isEqualTo("2026-11-18T10:07:00Z to 2026-11-20T16:53:00Z");
  }

  @Test
  void a_span_in_the_middle_of_the_logs_is_logged_as_a_whole() {
    line("2026-11-01T00:00:00Z");
    line("2026-11-16T00:07:00Z");
    line("2026-11-22T23:50:00Z");
    line("2026-11-30T00:00:00Z");

    assertThat(part()).isEqualTo("2026-11-16T00:00:00Z to 2026-11-23T00:00:00Z");
  }

  @Test
  void lines_of_wrong_clocks_outside_the_span_make_it_no_longer() {
    line("2011-01-01T00:00:00Z");
    line("2026-11-18T10:07:30Z");
    line("2026-11-20T16:52:10Z");
    line("2031-01-01T00:00:00Z");

    assertThat(part()).isEqualTo("2026-11-18T10:00:00Z to 2026-11-20T17:00:00Z");
  }

  @Test
  void a_span_without_a_line_has_no_part_that_is_logged() {
    line("2026-11-15T23:59:59Z");
    line("2026-11-23T00:00:00Z");

    assertThat(LoggedMinutes.within(WEEK, segments)).isEmpty();
    assertThat(LoggedMinutes.within(WEEK, List.of())).isEmpty();
    assertThat(LoggedMinutes.of(List.of())).isEmpty();
  }

  private String part() {
    MinuteSpan part = LoggedMinutes.within(WEEK, segments).orElseThrow();
    return MinuteSpan.instantOf(part.start()) + " to " + MinuteSpan.instantOf(part.end());
  }

  private void line(String time) {
    Instant instant = Instant.parse(time);
    TreeMap<Integer, Long> quarters = new TreeMap<>();
    quarters.put((int) Math.floorDiv(instant.getEpochSecond(), 900L), 1L);
    segments.add(
        new Extent(
            "segment-" + segments.size(),
            "app.log",
            0,
            1,
            CountedKeys.NONE,
            List.of(),
            quarters,
            1,
            instant.toEpochMilli(),
            instant.toEpochMilli(),
            null));
  }
}
