package dev.burnline.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationShorthandTest {

  private static DurationShorthand duration(String text) {
    return DurationShorthand.parse(text).orElseThrow();
  }

  @Test
  void fixedUnitsHaveALengthAndCalendarUnitsHaveNone() {
    assertThat(duration("5m").fixedLength()).contains(Duration.ofMinutes(5));
    assertThat(duration("36h").fixedLength()).contains(Duration.ofHours(36));
    assertThat(duration("30d").fixedLength()).contains(Duration.ofDays(30));
    assertThat(duration("4w").fixedLength()).contains(Duration.ofDays(28));
    assertThat(duration("1M").fixedLength()).isEmpty();
    assertThat(duration("1Q").fixedLength()).isEmpty();
    assertThat(duration("1Y").fixedLength()).isEmpty();
  }

  @Test
  void theTextIsTheOneThatWasRead() {
    assertThat(duration("4w").toString()).isEqualTo("4w");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "d", "30", "0d", "-1d", "1 d", "1D", "1.5h", "30d ", "1234567d", "٣d"})
  void anythingElseIsNoDuration(String text) {
    assertThat(DurationShorthand.parse(text)).isEqualTo(Optional.empty());
  }

  @Test
  void onlyWholeDaysRoll() {
    assertThat(new TimeWindow.Rolling(duration("48h")).length()).isEqualTo(Duration.ofDays(2));
    assertThatThrownBy(() -> new TimeWindow.Rolling(duration("36h")))
        .hasMessage("a rolling window must be a multiple of 24 h, got 36h");
    assertThatThrownBy(() -> new TimeWindow.Rolling(duration("1M")))
        .hasMessage("a rolling window must be a multiple of 24 h, got 1M");
  }
}
