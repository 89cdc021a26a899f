package dev.burnline.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallestKeptTest {

  private static final int MOST = 5;

  /** Up to twelve keys, of which five are kept, in up to five parts that are added in any order. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsKeptIsCompleteHoweverItWasAddedUp(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      TreeMap<Integer, Long> all = new TreeMap<>();
      List<SmallestKept<Integer, Long>> parts = new ArrayList<>();
      int count = 1 + random.nextInt(5);
      for (int i = 0; i < count; i++) {
        parts.add(new SmallestKept<>(MOST));
      }
      int keys = 1 + random.nextInt(12);
      for (int i = 0; i < 30; i++) {
        int key = random.nextInt(keys);
        all.merge(key, 1L, Long::sum);
        parts.get(random.nextInt(count)).merge(key, 1L, Long::sum);
      }
      while (parts.size() > 1) {
        SmallestKept<Integer, Long> other = parts.remove(random.nextInt(parts.size()));
        parts.get(random.nextInt(parts.size())).addAll(other, value -> value, Long::sum);
      }

      SmallestKept<Integer, Long> sum = parts.get(0);
      assertThat(sum.kept()).isEqualTo(first(all));
      assertThat(sum.isCut()).isEqualTo(all.size() > MOST);
    }
  }

  private static SortedMap<Integer, Long> first(SortedMap<Integer, Long> all) {
    SortedMap<Integer, Long> first = new TreeMap<>();
    all.forEach(
        (key, count) -> {
          if (first.size() < MOST) {
            first.put(key, count);
          }
        });
    return first;
  }
}
