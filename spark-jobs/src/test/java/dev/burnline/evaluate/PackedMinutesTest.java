package dev.burnline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PackedMinutesTest {

  private static final int MONTH = 30 * 24 * 60;
  private static final int FIRST = 29_000_000;

  private record Count(long good, long total) {}

  private record Row(int minute, List<Count> counts) implements PackedMinutes.Counts {

    @Override
    public long good(int key) {
      return counts.get(key).good;
    }

    @Override
    public long total(int key) {
      return counts.get(key).total;
    }
  }

  private static Row row(int minute, Random random, int keys) {
    List<Count> counts = new ArrayList<>();
    for (int key = 0; key < keys; key++) {
      long total = random.nextLong(0, 1L << random.nextInt(1, 40));
      counts.add(new Count(random.nextBoolean() ? total : random.nextLong(0, total + 1), total));
    }
    return new Row(minute, counts);
  }

  @Test
  void what_goes_in_comes_out_whatever_the_order_and_however_it_was_put_together() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      int keys = random.nextInt(1, 4);
      PackedMinutes all = new PackedMinutes(keys);
      List<Row> rows = new ArrayList<>();
      for (int part = random.nextInt(4); part >= 0; part--) {
        PackedMinutes some = new PackedMinutes(keys);
        for (int i = random.nextInt(30); i > 0; i--) {
          Row row = row(random.nextInt(-100, 100) * random.nextInt(1, 300_000), random, keys);
          rows.add(row);
          (random.nextBoolean() ? some : all).add(row.minute, row);
        }
        all.add(some);
      }
      for (int key = 0; key < keys; key++) {
        assertThat(sums(all, key)).as("seed %d, key %d", seed, key).isEqualTo(sums(rows, key));
      }
    }
  }

  private static SortedMap<Integer, Count> sums(List<Row> rows, int key) {
    SortedMap<Integer, Count> sums = new TreeMap<>();
    for (Row row : rows) {
      if (row.total(key) > 0) {
        sums.merge(row.minute, row.counts.get(key), PackedMinutesTest::sum);
      }
    }
    return sums;
  }

  private static SortedMap<Integer, Count> sums(PackedMinutes minutes, int key) {
    SortedMap<Integer, Count> sums = new TreeMap<>();
    minutes.forEach(
        key,
        (minute, good, total) ->
            sums.merge(minute, new Count(good, total), PackedMinutesTest::sum));
    return sums;
  }

  private static Count sum(Count a, Count b) {
    return new Count(a.good + b.good, a.total + b.total);
  }

  @Test
  void a_month_of_a_busy_value_takes_three_bytes_a_minute() {
    PackedMinutes minutes = new PackedMinutes(1);
    Random random = new Random(7);
    for (int i = 0; i < MONTH; i++) {
      long total = random.nextLong(1, 60);
      minutes.add(
          FIRST + i, new Row(FIRST + i, List.of(new Count(total - (i % 20 == 0 ? 1 : 0), total))));
    }

    assertThat(minutes.bytes()).isLessThan(3 * MONTH);
  }
}
