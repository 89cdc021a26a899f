package dev.burnline.generate.chance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DrawsTest {

  @Test
  void the_stream_is_the_published_split_mix_64() {
    Draws draws = new Draws(1234567);

    // The reference values of the algorithm's public C code for this seed.
    assertThat(draws.bits()).isEqualTo(6457827717110365317L);
    assertThat(draws.bits()).isEqualTo(3203168211198807973L);
    assertThat(Long.toUnsignedString(draws.bits())).isEqualTo("9817491932198370423");
  }

  @Test
  void units_and_integers_stay_in_their_ranges() {
    Draws draws = new Draws(7);
    int[] seen = new int[5];

    for (int i = 0; i < 50_000; i++) {
      assertThat(draws.unit()).isBetween(0.0, Math.nextDown(1.0));
      seen[draws.below(5)]++;
      assertThat(draws.bell()).isBetween(-3.5, 3.5);
    }

    for (int count : seen) {
      assertThat(count).isBetween(9_500, 10_500);
    }
  }

  @Test
  void seeds_of_neighbours_and_of_names_are_unrelated() {
    assertThat(Draws.seed(1, 2)).isNotEqualTo(Draws.seed(2, 1)).isNotEqualTo(Draws.seed(1, 3));
    assertThat(Draws.seed(1, "ab")).isNotEqualTo(Draws.seed(1, "ba"));
  }
}
