package dev.burnline.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootSequencesTest {

  private final BootSequences sequences = new BootSequences();

  @Test
  void numbers_in_a_row_are_one_range() {
    accept("a", 5, 6, 7);

    assertThat(sequences.ranges()).isEqualTo(Map.of("a", List.of(new SeqRange(5, 7, 100))));
  }

  @Test
  void a_jump_begins_a_range_with_the_minute_of_its_first_line() {
    accept("a", 1, 2);
    assertThat(sequences.accept("a", 9, 103)).isTrue();
    assertThat(sequences.accept("a", 10, 104)).isTrue();

    assertThat(sequences.ranges().get("a"))
        .containsExactly(new SeqRange(1, 2, 100), new SeqRange(9, 10, 103));
  }

  @Test
  void a_number_that_is_not_above_the_last_one_is_a_repeated_line() {
    accept("a", 1, 2, 9);

    assertThat(sequences.accept("a", 9, 100)).isFalse();
    assertThat(sequences.accept("a", 5, 100)).as("within the jump").isFalse();
    assertThat(sequences.accept("b", 5, 100)).as("of another boot").isTrue();
  }

  @Test
  void appending_closes_the_border_where_numbers_go_on() {
    accept("a", 1, 2);
    BootSequences next = new BootSequences();
    next.accept("a", 3, 101);
    next.accept("a", 5, 102);
    next.accept("b", 1, 102);
    sequences.append(next);

    assertThat(sequences.ranges())
        .isEqualTo(
            Map.of(
                "a", List.of(new SeqRange(1, 3, 100), new SeqRange(5, 5, 102)),
                "b", List.of(new SeqRange(1, 1, 102))));
  }

  @Test
  void ends_are_what_is_needed_to_read_on() {
    accept("a", 1, 2, 9);
    BootSequences ends = sequences.ends();

    assertThat(ends.ranges()).isEqualTo(Map.of("a", List.of(new SeqRange(9, 9, 100))));
    assertThat(ends.reach("a", 9)).isTrue();
    assertThat(ends.reach("a", 10)).isFalse();
    assertThat(ends.reach("b", 1)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void reading_in_two_pieces_ends_like_reading_in_one(long seed) {
    Random random = new Random(seed);
    List<Integer> numbers = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < 300; i++) {
      next = Math.max(1, next + (random.nextInt(8) == 0 ? random.nextInt(20) - 10 : 1));
      numbers.add(next);
    }
    int cut = random.nextInt(numbers.size());

    BootSequences whole = read(numbers, new BootSequences());
    BootSequences first = read(numbers.subList(0, cut), new BootSequences());
    List<Integer> rest = numbers.subList(cut, numbers.size());
    BootSequences second = read(rest, new BootSequences());
    if (first.makeRepeatedLinesOf(second)) {
      second = read(rest, first.ends());
    }
    first.append(second);

    assertThat(first.ranges()).isEqualTo(whole.ranges());
  }

  private static BootSequences read(List<Integer> numbers, BootSequences earlier) {
    BootSequences read = new BootSequences();
    for (int number : numbers) {
      if (!earlier.reach("a", number)) {
        read.accept("a", number, number / 10);
      }
    }
    return read;
  }

  private void accept(String boot, long... numbers) {
    for (long number : numbers) {
      assertThat(sequences.accept(boot, number, 100)).isTrue();
    }
  }
}
