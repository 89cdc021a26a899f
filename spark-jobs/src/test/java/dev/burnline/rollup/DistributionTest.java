package dev.burnline.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DistributionTest {

  @Test
  void count_sum_and_extremes_are_exact() {
    Distribution distribution = of(0.5, 700.25, 12);

    assertThat(distribution.count()).isEqualTo(3);
    assertThat(distribution.min()).isEqualTo(0.5);
    assertThat(distribution.max()).isEqualTo(700.25);
    assertThat(distribution.mean()).isEqualTo(712.75 / 3);
  }

  @Test
  void a_quantile_never_leaves_the_values() {
    assertThat(of(812.5).quantile(500)).isEqualTo(812.5);
    assertThat(of(812.5, 813).quantile(1)).isGreaterThanOrEqualTo(812.5);
    assertThat(of(812.5, 813).quantile(1000)).isLessThanOrEqualTo(813);
    assertThat(of(Double.MIN_VALUE).quantile(500)).isEqualTo(Double.MIN_VALUE);
    assertThat(of(0, 0, 5).quantile(500)).isZero();
  }

  @Test
  void an_absent_value_is_not_counted() {
    Distribution distribution = of(Double.NaN, 3, Double.NaN);

    assertThat(distribution.count()).isEqualTo(1);
    assertThat(distribution.mean()).isEqualTo(3);
    assertThat(of(Double.NaN).isEmpty()).isTrue();
  }

  @Test
  void adding_nothing_changes_nothing() {
    Distribution distribution = of(2, 4);
    distribution.add(new Distribution());

    assertThat(distribution.count()).isEqualTo(2);
    assertThat(distribution.min()).isEqualTo(2);
    assertThat(distribution.max()).isEqualTo(4);
  }

  @Test
  void adding_two_is_counting_all_values() {
    Distribution distribution = of(2, 9);
    distribution.add(of(1, 30));

    assertThat(distribution.count()).isEqualTo(4);
    assertThat(distribution.sum().exact()).isEqualByComparingTo("42");
    assertThat(distribution.min()).isEqualTo(1);
    assertThat(distribution.max()).isEqualTo(30);
  }

  private static Distribution of(double... values) {
    Distribution distribution = new Distribution();
    for (double value : values) {
      distribution.add(value);
    }
    return distribution;
  }
}
