package dev.burnline.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogTimeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-10T12:00:00Z          | 2026-03-10T12:00:00Z",
        "2026-03-10t12:00:00z          | 2026-03-10T12:00:00Z",
        "2026-03-10 12:00:00           | 2026-03-10T12:00:00Z",
        "2026-03-10 12:00:00,5         | 2026-03-10T12:00:00.500Z",
        "2026-03-10T12:00:00.123999999 | 2026-03-10T12:00:00.123Z",
        "2026-03-10T12:00:00.00099Z    | 2026-03-10T12:00:00Z",
        "2026-03-10T12:00:00+01:00     | 2026-03-10T11:00:00Z",
        "2026-03-10T12:00:00+0545      | 2026-03-10T06:15:00Z",
        "2026-03-10T12:00:00-03        | 2026-03-10T15:00:00Z",
        "2026-03-10T12:00:00-00:00     | 2026-03-10T12:00:00Z",
        "2024-02-29T00:30:00.5+01:00   | 2024-02-28T23:30:00.500Z",
        "1969-12-31T23:59:59.9999Z     | 1969-12-31T23:59:59.999Z"
      })
  void a_timestamp_is_kept_in_utc_at_its_millisecond(String written, String expected) {
    assertThat(LogTime.millisOf(written))
        .isEqualTo(OptionalLong.of(Instant.parse(expected).toEpochMilli()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-02-31T00:00:00Z",
        "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-03-10T24:00:00Z",
        "2026-03-10T12:00:60Z",
        "2026-03-10T12:60:00Z",
        "2026-03-10T12:00Z",
        "2026-03-10",
        "2026-3-10T12:00:00Z",
        "2026-03-10T12:00:00.Z",
        "2026-03-10T12:00:00 Z",
        " 2026-03-10T12:00:00Z",
        "2026-03-10T12:00:00Z\n",
        "2026-03-10T12:00:00+1",
        "2026-03-10T12:00:00+01:",
        "2026-03-10T12:00:00+01:0",
        "2026-03-10T12:00:00+24:00",
        "2026-03-10_12:00:00",
        "20260310T120000Z",
        "٢٠٢٦-03-10T12:00:00Z"
      })
  void anything_else_is_unreadable(String written) {
    assertThat(LogTime.millisOf(written)).isEmpty();
  }
}
