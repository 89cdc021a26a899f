package dev.burnline.render.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.burnline.render.words.Words;
import dev.burnline.report.ServiceBuilder;
import dev.burnline.report.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalesTest {

  @Test
  void aLogarithmicAxisEndsAtRoundValues() {
    LogScale scale = LogScale.holding(2_100, 33_000);

    assertThat(scale).isEqualTo(new LogScale(2_000, 50_000));
    assertThat(scale.at(2_000)).isZero();
    assertThat(scale.at(10_000)).isCloseTo(0.5, within(1e-9));
    assertThat(scale.at(1)).isZero();
    assertThat(scale.ticks()).containsExactly(2_000.0, 5_000.0, 10_000.0, 20_000.0, 50_000.0);
    assertThat(LogScale.holding(0, 0).at(0)).isZero();
  }

  @Test
  void anAxisHoldsTheGreatestOfAllNumbers() {
    LogScale scale = LogScale.holding(1, Double.MAX_VALUE);

    assertThat(scale.at(1)).isZero();
    assertThat(scale.at(Double.MAX_VALUE)).isEqualTo(1);
    assertThat(scale.ticks()).hasSizeBetween(5, 10).allMatch(Double::isFinite);
    assertThat(LogScale.holding(Double.MAX_VALUE, Double.MAX_VALUE).ticks()).hasSizeBetween(1, 10);
  }

  @Test
  void ticksStandAtCivilHoursOnTheDayTheClockGoesBack() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    LocalDate day = LocalDate.of(2026, 10, 25);
    var window =
        new Window(
            day.atStartOfDay(berlin).toInstant(),
            day.plusDays(1).atStartOfDay(berlin).toInstant(),
            berlin);

    var ticks = new TimeAxis(window, new Words(Locale.ENGLISH, berlin)).ticks();

    assertThat(ticks)
        .extracting(TimeAxis.Tick::label)
        .containsExactly("00:00", "06:00", "12:00", "18:00", "24:00");
    assertThat(ticks.get(1).at()).isCloseTo(7 / 25.0, within(1e-9));
    assertThat(ticks.get(4).at()).isEqualTo(1);
  }

  @Test
  void aWeekIsDrawnInAsManySlotsAsADay() {
    Instant start = Instant.parse("2026-11-16T00:00:00Z");
    var window = new Window(start, start.plus(Duration.ofDays(7)), ZoneId.of("UTC"));
    var service = ServiceBuilder.aService("x").during(start, 7 * 1440).build();

    Minutes minutes = Minutes.of(window, service.perMinute());
    double[] rates = minutes.rates(minute -> minute.requests());

    assertThat(minutes.slots()).isEqualTo(1440);
    assertThat(minutes.minutesPerSlot()).isEqualTo(7);
    assertThat(java.util.Arrays.stream(rates).sum() * 7)
        .isCloseTo((double) service.requests(), within(1e-6));
    assertThat(new TimeAxis(window, new Words(Locale.ENGLISH, window.zone())).ticks())
        .extracting(TimeAxis.Tick::label)
        .containsExactly("11-16", "11-18", "11-20", "11-22");
  }

  /** On a telephone a plot is some 250 px wide and a label some 35. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 7, 14, 28, 30, 42, 44, 90, 104, 366})
  void daysBelowAPlotDoNotTouch(int days) {
    Instant start = Instant.parse("2026-10-14T00:00:00Z");
    var window = new Window(start, start.plus(Duration.ofDays(days)), ZoneId.of("UTC"));

    var ticks = new TimeAxis(window, new Words(Locale.ENGLISH, window.zone())).ticks();

    assertThat(ticks).hasSizeBetween(2, 5);
    assertThat(ticks.get(1).at() - ticks.get(0).at()).isGreaterThanOrEqualTo(0.24);
  }

  @Test
  void linesBreakWhereThereIsNoValue() {
    assertThat(Paths.line(new double[] {0.5, Double.NaN, 1, 0}, 100))
        .isEqualTo("M0 50h1M2 0h1V100h1");
    assertThat(Paths.steps(new double[] {0, 0.5, 0.25, 0}, 100)).isEqualTo("M1 100V50h1V75h1V100z");
  }

  @Test
  void valuesInSvgAreEscapedAndShort() {
    assertThat(new Svg().add("<a b='{}'>{}</a>", "'\"<", "<b>&").toString())
        .isEqualTo("<a b='&#39;&quot;&lt;'>&lt;b&gt;&amp;</a>");
    assertThat(Svg.num(1.05)).isEqualTo("1.05");
    assertThat(Svg.num(-0.5)).isEqualTo("-0.5");
    assertThat(Svg.num(12.004)).isEqualTo("12");
    assertThat(Svg.pct(1 / 3.0)).isEqualTo("33.33%");
  }
}
