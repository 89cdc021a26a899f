package dev.burnline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.rollup.ServiceMinute;
import dev.burnline.slo.budget.EventSeries;
import dev.burnline.slo.budget.Events;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CounterSeriesTest {

  private static final List<String> KEYS = List.of("total", "good");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void minutes_may_come_in_any_order_and_from_several_series(long seed) {
    Random random = new Random(seed);
    Map<Integer, Events> expected = new TreeMap<>();
    CounterSeries one = new CounterSeries(KEYS);
    CounterSeries other = new CounterSeries(KEYS);
    for (int i = 0; i < 2000; i++) {
      int minute = 29_000_000 + random.nextInt(500);
      int total = 1 + random.nextInt(9);
      int good = random.nextInt(total + 1);
      (random.nextBoolean() ? one : other).add(row(minute, good, total), new int[] {1, 0});
      expected.merge(minute, new Events(good, total), CounterSeriesTest::sum);
    }
    one.add(other);

    EventSeries events = one.events("good", "total");

    expected.forEach(
        (minute, sum) -> assertThat(events.between(minute, minute + 1L)).isEqualTo(sum));
    assertThat(events.between(0, Integer.MAX_VALUE))
        .isEqualTo(expected.values().stream().reduce(CounterSeriesTest::sum).orElseThrow());
  }

  @Test
  void what_a_rollup_does_not_count_is_zero() {
    CounterSeries series = new CounterSeries(KEYS);
    series.add(row(100, 3, 5), new int[] {1, -1});

    assertThat(series.events("good", "total").between(100, 101)).isEqualTo(new Events(0, 5));
  }

  private static Events sum(Events a, Events b) {
    return new Events(a.good() + b.good(), a.total() + b.total());
  }

  /** A row whose counters stand in the order good, total. */
  private static ServiceMinute row(int minute, long good, long total) {
    return new ServiceMinute("chat", minute, new long[] {good, total}, Map.of(), Map.of());
  }
}
