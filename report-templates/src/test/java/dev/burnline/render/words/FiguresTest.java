package dev.burnline.render.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 %", "1, 100 %", "0.00004, < 0.01 %", "-0.00004, > −0.01 %", "0.0042, 0.42 %",
    "0.0146, 1.5 %", "0.42, 42 %", "0.9951, 99.51 %", "0.99999, 99.99 %", "-0.093, −9.3 %",
    "-1.5, −150 %", "12.5, '1,250 %'",
  })
  void sharesHaveTwoDigitsAndOnlyTheWholeIsAHundred(double ratio, String said) {
    assertThat(plain(Figures.percent(ratio))).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "0.9989999, 99.899 %",
    "0.999, 99.900 %",
    "0.94999, 94.99 %",
    "1, 100 %",
    "0, 0 %",
    "0.9999999, 99.999 %",
  })
  void anIndicatorIsNeverRoundedUp(double ratio, String said) {
    assertThat(plain(Figures.indicator(ratio))).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"0.999, 99.9 %", "0.95, 95 %", "0.9995, 99.95 %", "0.5, 50 %"})
  void anObjectiveIsSaidAsItWasSet(double ratio, String said) {
    assertThat(plain(Figures.objective(ratio))).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "0.42, 0.42 ms",
    "4.23, 4.2 ms",
    "42.3, 42 ms",
    "842.4, 842 ms",
    "999.6, 1.00 s",
    "1640, 1.64 s",
    "12420, 12.4 s",
    "59960, 1 min 00 s",
    "125000, 2 min 05 s",
    "5400000, 90 min",
    "10800000, 3 h",
  })
  void timesTakeTheUnitThatReadsBest(double millis, String said) {
    assertThat(plain(Figures.millis(millis))).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 min",
    "3.25, 3.3 min",
    "42, 42 min",
    "-13.4, −13 min",
    "787, 13 h 07 min",
    "1440, 24 h",
    "5000, 3.5 d",
  })
  void lengthsTakeTheUnitThatReadsBest(double minutes, String said) {
    assertThat(plain(Figures.minutes(minutes))).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "112, 100, +12 %",
    "97, 100, −3.0 %",
    "100, 100, ±0.0 %",
    "1400, 100, ×14",
    "100.01, 100, ±0.0 %",
  })
  void changesCarryASign(double now, double then, String said) {
    assertThat(plain(Figures.change(now, then))).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.0×", "0.004, < 0.01×", "0.042, 0.04×", "14.62, 14.6×", "812.3, 812×"})
  void burnRatesKeepOneDecimal(double factor, String said) {
    assertThat(Figures.times(factor)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "999999999999999, '999,999,999,999,999'",
    "1e15, 1e15",
    "-1.25e20, −1.25e20",
    "1e30, 1e30",
    "1.7976931348623157e308, 1.8e308",
  })
  void aNumberThatNobodyCanReadIsSaidByItsPowerOfTen(double value, String said) {
    assertThat(Figures.number(value)).isEqualTo(said);
  }

  @Test
  void noFiniteNumberIsTooGreatForAnyFigure() {
    double most = Double.MAX_VALUE;

    assertThat(Figures.exactly(most)).isEqualTo("1.7976931348623157e308");
    assertThat(plain(Figures.compact(most))).isEqualTo("1.8e299 G");
    assertThat(plain(Figures.percent(most))).isEqualTo("1.8e310 %");
    assertThat(plain(Figures.objective(most))).isEqualTo("1.8e310 %");
    assertThat(plain(Figures.times(most))).isEqualTo("1.8e308×");
    assertThat(plain(Figures.millis(most))).isEqualTo("2.08e300 d");
    assertThat(plain(Figures.axisMillis(most))).isEqualTo("1.8e305 s");
    assertThat(plain(Figures.minutes(-most))).isEqualTo("−1.25e305 d");
    assertThat(plain(Figures.change(most, Double.MIN_VALUE))).startsWith("×3.6").endsWith("e631");
    assertThat(Figures.count(Long.MIN_VALUE)).isEqualTo("−9,223,372,036,854,775,808");
  }

  @Test
  void thousandsAreGrouped() {
    assertThat(Figures.count(1_234_567)).isEqualTo("1,234,567");
    assertThat(Figures.count(-1_000)).isEqualTo("−1,000");
    assertThat(Figures.number(43_180.4)).isEqualTo("43,180");
    assertThat(Figures.number(-111.69)).isEqualTo("−112");
    assertThat(plain(Figures.bytes(1_536))).isEqualTo("1.5 KiB");
    assertThat(plain(Figures.bytes(12))).isEqualTo("12 B");
    assertThat(plain(Figures.compact(12_300))).isEqualTo("12.3 k");
    assertThat(Figures.exactly(0.0005)).isEqualTo("0.0005");
  }

  private static String plain(String said) {
    return said.replace('\u00a0', ' ');
  }
}
