package dev.burnline.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExactTest {

  @Test
  void a_percentile_is_the_value_of_rank_ceil_p_n() {
    List<Double> oneToTwenty = IntStream.rangeClosed(1, 20).mapToObj(i -> (double) i).toList();

    assertThat(Exact.percentile(oneToTwenty, 50)).isEqualTo(1);
    assertThat(Exact.percentile(oneToTwenty, 500)).isEqualTo(10);
    assertThat(Exact.percentile(oneToTwenty, 950)).isEqualTo(19);
    assertThat(Exact.percentile(oneToTwenty, 990)).isEqualTo(20);
    assertThat(Exact.percentile(oneToTwenty.subList(0, 3), 500)).isEqualTo(2);
    assertThat(Exact.percentile(List.of(7.0), 50)).isEqualTo(7);
    assertThat(Exact.percentile(List.of(), 500)).isNull();
  }

  @Test
  void a_rank_on_a_whole_number_is_not_pushed_up_by_rounding() {
    List<Double> oneToThousand = IntStream.rangeClosed(1, 1000).mapToObj(i -> (double) i).toList();

    // 0.999 * 1000 and 0.95 * 1000 in doubles may be a hair above 999 and 950.
    assertThat(Exact.percentile(oneToThousand, 999)).isEqualTo(999);
    assertThat(Exact.percentile(oneToThousand, 950)).isEqualTo(950);
  }

  @Test
  void a_mean_has_no_rounding_error_of_its_summands() {
    // In doubles 1e16 + 1 + 1 is 1e16.
    assertThat(Exact.mean(List.of(1e16, 1.0, 1.0))).isEqualTo(10_000_000_000_000_002.0 / 3);
    assertThat(Exact.mean(Collections.nCopies(10, 0.1))).isEqualTo(0.1);
    assertThat(Exact.mean(List.of())).isNull();
  }
}
