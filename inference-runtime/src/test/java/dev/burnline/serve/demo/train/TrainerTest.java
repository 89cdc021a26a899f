package dev.burnline.serve.demo.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrainerTest {

  private static final NetworkShape SHAPE = new NetworkShape(11, 16, 2, 4, 2, 24, 10_000, 1e-6);

  /** Two rows of a pattern that takes attention to continue: the row's own three tokens again. */
  private static final Batch BATCH = new Batch(List.of(row(3, 7, 1), row(9, 2, 5)));

  @BeforeAll
  static void useOneThread() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    Trainer.useThreads(1);
  }

  @Test
  void aBeginnerGuessesAndThenLearns() {
    try (Trainer trainer = new Trainer(SHAPE, 1)) {
      double first = trainer.learn(BATCH, 0);
      assertThat(first).isCloseTo(Math.log(11), within(0.5));

      double last = first;
      for (int step = 0; step < 150; step++) {
        last = trainer.learn(BATCH, 0);
      }

      assertThat(last).isLessThan(0.05);
    }
  }

  @Test
  void equalSeedsGiveEqualWeights() {
    assertThat(lossesOf(5)).isEqualTo(lossesOf(5)).isNotEqualTo(lossesOf(6));
  }

  @Test
  void whatDoesNotCountIsNotLearnt() {
    BitSet only = new BitSet();
    only.set(4);
    Batch batch = new Batch(List.of(new Batch.Row(new int[] {1, 2, 3, 4, 5, 6}, only)));
    BitSet others = new BitSet();
    others.set(1, 4);
    Batch asked = new Batch(List.of(new Batch.Row(new int[] {1, 2, 3, 4, 5, 6}, others)));
    try (Trainer trainer = new Trainer(SHAPE, 1)) {
      double last = Double.NaN;
      for (int step = 0; step < 150; step++) {
        last = trainer.learn(batch, 0);
      }

      assertThat(last).isLessThan(0.01);
      assertThat(trainer.learn(asked, 0)).isGreaterThan(1);
    }
  }

  @Test
  void theWeightsHaveTheirPublishedNamesAndShapes() {
    try (Trainer trainer = new Trainer(SHAPE, 1)) {
      assertThat(trainer.weights().keySet())
          .startsWith("model.embed_tokens.weight", "model.layers.0.input_layernorm.weight")
          .endsWith("model.norm.weight")
          .hasSize(2 + 2 * 12);
      assertThat(trainer.weights().get("model.layers.1.self_attn.k_proj.weight").shape())
          .containsExactly(8, 16);
      assertThat(trainer.parameters())
          .isEqualTo(
              trainer.weights().values().stream().mapToLong(each -> each.values().length).sum());
    }
  }

  @Test
  void theRateRisesAndFalls() {
    LearningRate rate = new LearningRate(1, 10);

    assertThat(rate.at(0, 0)).isEqualTo(0.1);
    assertThat(rate.at(9, 0)).isEqualTo(1);
    assertThat(rate.at(50, 0.5)).isCloseTo(0.51, within(1e-12));
    assertThat(rate.at(99, 1)).isCloseTo(0.02, within(1e-12));
  }

  @Test
  void impossibleShapesAndBatchesAreRefused() {
    assertThatThrownBy(() -> new NetworkShape(11, 16, 2, 4, 3, 24, 10_000, 1e-6))
        .hasMessage("heads must be a multiple of keyValueHeads 3, got 4");
    assertThatThrownBy(() -> new NetworkShape(11, 12, 2, 4, 2, 24, 10_000, 1e-6))
        .hasMessage("hidden must be heads 4 times an even width, got 12");
    assertThatThrownBy(() -> new Batch(List.of())).hasMessage("rows must not be empty");
    assertThatThrownBy(
            () -> new Batch(List.of(row(1, 2, 3), new Batch.Row(new int[4], new BitSet()))))
        .hasMessage("the rows of a batch must be of equal length");
  }

  private static List<Double> lossesOf(long seed) {
    List<Double> losses = new ArrayList<>();
    try (Trainer trainer = new Trainer(SHAPE, seed)) {
      for (int step = 0; step < 5; step++) {
        losses.add(trainer.learn(BATCH, 0.1));
      }
    }
    return losses;
  }

  private static Batch.Row row(int a, int b, int c) {
    BitSet counted = new BitSet();
    counted.set(3, 9);
    return new Batch.Row(new int[] {a, b, c, a, b, c, a, b, c}, counted);
  }
}
