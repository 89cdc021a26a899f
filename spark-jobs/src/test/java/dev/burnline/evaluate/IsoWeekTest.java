package dev.burnline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoWeekTest {

  @ParameterizedTest
  @CsvSource({
    "2026-W47, 2026-11-16",
    "2026-W01, 2025-12-29",
    "2026-W53, 2026-12-28",
    "2027-W01, 2027-01-04",
    "2024-W52, 2024-12-23",
    "2021-W01, 2021-01-04"
  })
  void a_week_is_known_by_its_monday(String week, LocalDate monday) {
    assertThat(IsoWeek.parse(week)).contains(new IsoWeek(monday));
    assertThat(new IsoWeek(monday)).hasToString(week);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-47", "2026-W00", "2026-W54", "2025-W53", "2026-w47", "W47", ""})
  void what_is_no_week_is_not_read(String text) {
    assertThat(IsoWeek.parse(text)).isEmpty();
  }

  @Test
  void a_week_is_over_at_the_end_of_its_sunday() {
    IsoWeek week = new IsoWeek(LocalDate.parse("2026-11-16"));

    assertThat(IsoWeek.lastOverBy(LocalDate.parse("2026-11-21")))
        .isEqualTo(new IsoWeek(LocalDate.parse("2026-11-09")));
    assertThat(IsoWeek.lastOverBy(LocalDate.parse("2026-11-22"))).isEqualTo(week);
    assertThat(IsoWeek.lastOverBy(LocalDate.parse("2026-11-23"))).isEqualTo(week);
    assertThat(IsoWeek.of(LocalDate.parse("2026-11-22"))).isEqualTo(week);
  }

  @Test
  void another_day_than_a_monday_is_refused() {
    assertThatThrownBy(() -> new IsoWeek(LocalDate.parse("2026-11-17")))
        .hasMessage("a week begins on a Monday, got 2026-11-17");
  }
}
