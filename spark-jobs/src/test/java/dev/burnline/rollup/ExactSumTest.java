package dev.burnline.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumTest {

  @Test
  void nothing_is_zero() {
    assertThat(new ExactSum().toDouble()).isZero();
    assertThat(new ExactSum().exact()).isZero();
  }

  @Test
  void tenths_add_up_to_what_they_are() {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < 10; i++) {
      sum.add(0.1);
    }

    assertThat(sum.exact())
        .isEqualByComparingTo("1.000000000000000055511151231257827021181583404541015625");
    assertThat(sum.mean(10)).isEqualTo(0.1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void order_and_grouping_do_not_matter(long seed) {
    Random random = new Random(seed);
    List<Double> values = new ArrayList<>();
    BigDecimal expected = BigDecimal.ZERO;
    for (int i = 0; i < 5000; i++) {
      // From 2^-12 on every double is held without rounding.
      double value =
          random.nextInt(9) == 0 ? 0 : Math.scalb(1 + random.nextDouble(), random.nextInt(52) - 12);
      values.add(value);
      expected = expected.add(new BigDecimal(value));
    }
    ExactSum inOrder = sumOf(values);
    Collections.shuffle(values, random);
    int cut = random.nextInt(values.size());
    ExactSum grouped = sumOf(values.subList(cut, values.size()));
    grouped.add(sumOf(values.subList(0, cut)));

    assertThat(inOrder.exact()).isEqualByComparingTo(expected);
    assertThat(grouped.exact()).isEqualByComparingTo(expected);
    assertThat(grouped.mean(values.size()))
        .isEqualTo(
            expected
                .divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128)
                .doubleValue());
    assertThat(new ExactSum(grouped.whole(), grouped.fraction()).exact())
        .isEqualByComparingTo(expected);
  }

  @Test
  void tiny_values_are_off_by_less_than_two_to_the_minus_sixty_four_each() {
    ExactSum sum = new ExactSum();
    BigDecimal expected = BigDecimal.ZERO;
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      double value = Math.scalb(1 + random.nextDouble(), -13 - random.nextInt(200));
      sum.add(value);
      expected = expected.add(new BigDecimal(value));
    }

    assertThat(expected.subtract(sum.exact()))
        .isBetween(BigDecimal.ZERO, new BigDecimal(1000 * 0x1p-64));
  }

  @Test
  void beyond_the_greatest_sum_it_stays_there() {
    ExactSum sum = new ExactSum();
    sum.add(1e300);
    sum.add(5);
    sum.add(1e300);

    assertThat(sum.whole()).isEqualTo(Long.MAX_VALUE);
    assertThat(sum.toDouble()).isEqualTo(0x1p63);
  }

  @Test
  void there_is_no_mean_of_nothing() {
    assertThatThrownBy(() -> new ExactSum().mean(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("count must be positive, got 0");
  }

  private static ExactSum sumOf(List<Double> values) {
    ExactSum sum = new ExactSum();
    values.forEach(sum::add);
    return sum;
  }
}
