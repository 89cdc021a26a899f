package dev.burnline.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistogramTest {

  /** What logs may hold: times, counts, rates, and what nobody expects. */
  enum Shape {
    UNIFORM(random -> random.nextDouble() * 10_000),
    LOG_NORMAL(random -> Math.exp(7 + 1.5 * random.nextGaussian())),
    HEAVY_TAIL(random -> 1 / Math.pow(random.nextDouble() + 1e-9, 2)),
    WHOLE_NUMBERS(random -> random.nextInt(400)),
    MOSTLY_ZERO(random -> random.nextInt(10) == 0 ? random.nextDouble() : 0),
    ONE_VALUE(random -> 812.5),
    TWO_FAR_APART(random -> random.nextBoolean() ? 1e-6 : 1e12),
    TINY(random -> random.nextDouble() * 1e-290),
    HUGE(random -> random.nextDouble() * Double.MAX_VALUE);

    private final ToDoubleFunction<Random> value;

    Shape(ToDoubleFunction<Random> value) {
      this.value = value;
    }

    double[] values(Random random, int count) {
      return random.ints(count).mapToDouble(ignored -> value.applyAsDouble(random)).toArray();
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_quantile_is_within_half_a_per_cent_of_the_value_at_its_rank(Shape shape) {
    for (int count : new int[] {1, 2, 3, 19, 20, 21, 1000, 20_000}) {
      double[] values = shape.values(new Random(count), count);
      Histogram histogram = histogramOf(values);
      Arrays.sort(values);
      for (int perMille : new int[] {1, 50, 500, 900, 950, 990, 999, 1000}) {
        int rank = (int) (((long) count * perMille + 999) / 1000);
        double exact = values[rank - 1];
        assertThat(histogram.quantile(perMille))
            .as("%d per mille of %d", perMille, count)
            .isCloseTo(exact, within(exact * Histogram.RELATIVE_ERROR));
      }
    }
    assertThat(Histogram.RELATIVE_ERROR).isLessThan(0.005);
  }

  @Test
  void ten_thousand_of_a_millisecond_and_one_of_a_hundred_seconds() {
    Histogram histogram = new Histogram();
    for (int i = 0; i < 10_000; i++) {
      histogram.add(1);
    }
    histogram.add(100_000);

    assertThat(histogram.quantile(500)).isCloseTo(1, within(0.004));
    assertThat(histogram.quantile(999)).isCloseTo(1, within(0.004));
    assertThat(histogram.quantile(1000)).isCloseTo(100_000, within(400.0));
    assertThat(histogram.size()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void merging_in_any_order_and_grouping_is_adding_all(Shape shape) {
    Random random = new Random(7);
    double[] a = shape.values(random, 500);
    double[] b = shape.values(random, 30);
    double[] c = shape.values(random, 1);

    Histogram leftFirst = histogramOf(a);
    leftFirst.add(histogramOf(b));
    leftFirst.add(histogramOf(c));
    Histogram right = histogramOf(c);
    right.add(histogramOf(b));
    Histogram rightFirst = new Histogram();
    rightFirst.add(right);
    rightFirst.add(histogramOf(a));

    assertThat(counts(leftFirst)).isEqualTo(counts(histogramOf(a, b, c)));
    assertThat(counts(rightFirst)).isEqualTo(counts(leftFirst));
  }

  @Test
  void buckets_are_visited_in_the_order_of_their_values() {
    Histogram histogram = histogramOf(new double[] {5, 0, 1e300, 1e-300, 5, 70});

    int[] before = {-1};
    histogram.forEach(
        (bucket, count) -> {
          assertThat(bucket).isGreaterThan(before[0]);
          before[0] = bucket;
        });
    assertThat(counts(histogram).values()).containsExactly(1L, 1L, 2L, 1L, 1L);
  }

  @Test
  void an_empty_histogram_has_no_quantile() {
    assertThatThrownBy(() -> new Histogram().quantile(500))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no quantile of an empty histogram");
  }

  private static Histogram histogramOf(double[]... all) {
    Histogram histogram = new Histogram();
    for (double[] values : all) {
      for (double value : values) {
        histogram.add(value);
      }
    }
    return histogram;
  }

  private static Map<Integer, Long> counts(Histogram histogram) {
    Map<Integer, Long> counts = new TreeMap<>();
    histogram.forEach(counts::put);
    return counts;
  }
}
