package dev.burnline.serve.demo.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burnline.serve.demo.text.Sum.Sign;
import org.junit.jupiter.api.Test;

class SumTest {

  @Test
  void additionCarries() {
    Sum sum = new Sum(37, Sign.PLUS, 48);

    assertThat(sum.reasoning()).isEqualTo("37 + 48\nones: 7 + 8 = 15\ntens: 3 + 4 + 1 = 08");
    assertThat(sum.answer()).isEqualTo("37 + 48 = 85");
  }

  @Test
  void subtractionBorrows() {
    Sum sum = new Sum(85, Sign.MINUS, 7);

    assertThat(sum.reasoning()).isEqualTo("85 - 07\nones: 15 - 7 = 8\ntens: 8 - 0 - 1 = 7");
    assertThat(sum.answer()).isEqualTo("85 - 7 = 78");
  }

  @Test
  void aDifferenceBelowZeroIsTurnedRound() {
    Sum sum = new Sum(4, Sign.MINUS, 50);

    assertThat(sum.reasoning())
        .isEqualTo("04 - 50\nbelow zero: 50 - 04\nones: 10 - 4 = 6\ntens: 5 - 0 - 1 = 4");
    assertThat(sum.answer()).isEqualTo("4 - 50 = -46");
  }

  @Test
  void theColumnsOfEverySumGiveItsResult() {
    for (int left = 0; left < Sum.LIMIT; left++) {
      for (int right = 0; right < Sum.LIMIT; right++) {
        for (Sign sign : Sign.values()) {
          Sum sum = new Sum(left, sign, right);
          String[] lines = sum.reasoning().split("\n", -1);
          int ones = lastNumber(lines[lines.length - 2]) % 10;
          int tens = lastNumber(lines[lines.length - 1]);
          assertThat(10 * tens + ones).as(sum.toString()).isEqualTo(Math.abs(sum.result()));
        }
      }
    }
  }

  @Test
  void operandsAreOfTwoDigitsAtMost() {
    assertThatThrownBy(() -> new Sum(100, Sign.PLUS, -1))
        .hasMessage("operands must be in 0..99, got 100 and -1");
  }

  private static int lastNumber(String line) {
    return Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1));
  }
}
