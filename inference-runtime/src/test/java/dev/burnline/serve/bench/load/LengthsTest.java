package dev.burnline.serve.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LengthsTest {

  @Test
  void oneNumberIsAlwaysDrawn() {
    assertThat(draw("128", 20)).containsOnly(128);
  }

  @Test
  void everyChoiceIsDrawnAsOften() {
    assertThat(IntStream.of(draw("16,64", 10_000)).filter(each -> each == 16).count())
        .isBetween(4800L, 5200L);
  }

  @Test
  void aRangeIsDrawnFromEndToEnd() {
    assertThat(draw("3-5", 200)).containsOnly(3, 4, 5);
  }

  @Test
  void aLogNormalHasItsMedianAndItsTail() {
    int[] drawn = IntStream.of(draw("median=100,p95=400", 100_000)).sorted().toArray();

    assertThat((double) drawn[50_000]).isCloseTo(100, within(2.0));
    assertThat((double) drawn[95_000]).isCloseTo(400, within(12.0));
    assertThat(drawn[99_999]).isEqualTo(1600);
    assertThat(drawn[0]).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-5", "1,,2", "ten", "median=5", "1.5", "12345678"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Lengths.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "lengths must be like 128, 16,64,256, 10-200 or median=120,p95=600, got '%s'", text);
  }

  @Test
  void impossibleNumbersAreRefused() {
    assertThatThrownBy(() -> Lengths.parse("0")).hasMessage("a length must be at least 1, got 0");
    assertThatThrownBy(() -> Lengths.parse("9-3")).hasMessage("a range must go up, got 9-3");
    assertThatThrownBy(() -> Lengths.parse("median=9,p95=3"))
        .hasMessage("p95 must not be below the median 9, got 3");
  }

  private static int[] draw(String text, int count) {
    Lengths lengths = Lengths.parse(text);
    Random random = new Random(1);
    return IntStream.range(0, count).map(i -> lengths.draw(random)).toArray();
  }
}
