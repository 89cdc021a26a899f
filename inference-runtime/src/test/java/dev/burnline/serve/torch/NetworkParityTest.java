package dev.burnline.serve.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.serve.model.Tokens;
import dev.burnline.serve.weights.TensorType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkParityTest {

  private static final double FLOAT32_BOUND = 1e-4;
  private static final double BFLOAT16_BOUND = 0.03;

  @TempDir Path folder;

  @Test
  void allThreeAgreeOnAQwenShape() throws IOException {
    assertParity(RandomModel.of(RandomModel.smallQwen(), TensorType.F32, 1), 40);
  }

  @Test
  void allThreeAgreeOnALlamaShape() throws IOException {
    assertParity(RandomModel.of(RandomModel.smallLlama(), TensorType.F32, 2), 40);
  }

  @Test
  void weightsInBfloat16AreExactInFloat32() throws IOException {
    assertParity(RandomModel.of(RandomModel.smallQwen(), TensorType.BF16, 5), 30);
  }

  @Test
  void allThreeAgreeOnTheRealLayersAndBfloat16IsNear() throws IOException {
    RandomModel model = RandomModel.of(RandomModel.realQwen(2, 1000), TensorType.BF16, 3);
    model.write(folder, Long.MAX_VALUE);
    int[] ids = randomIds(model.shape(), 9);
    double[] truth = assertParity(model, ids);

    try (LoadedNetwork loaded = LoadedNetwork.open(folder, TensorType.BF16)) {
      assertThat(difference(loaded.logits(Tokens.of(ids), ids.length), truth))
          .isLessThan(BFLOAT16_BOUND);
    }
  }

  private void assertParity(RandomModel model, int tokens) throws IOException {
    model.write(folder, Long.MAX_VALUE);
    assertParity(model, randomIds(model.shape(), tokens));
  }

  private double[] assertParity(RandomModel model, int[] ids) throws IOException {
    double[] truth = new DoubleForward(model).logits(ids)[ids.length - 1];
    try (LoadedNetwork loaded = LoadedNetwork.open(folder, TensorType.F32);
        var scope = loaded.scope()) {
      assertThat(difference(loaded.logits(Tokens.of(ids), ids.length), truth))
          .as("TorchScript and double precision")
          .isLessThan(FLOAT32_BOUND);
      assertThat(difference(new ArrayForward(model, scope).logits(ids), truth))
          .as("arrays and double precision")
          .isLessThan(FLOAT32_BOUND);
    }
    return truth;
  }

  static int[] randomIds(NetworkShape shape, int count) {
    return new SplittableRandom(count).ints(count, 0, shape.vocabulary()).toArray();
  }

  /** Returns the greatest difference, relative to the greatest of the true values. */
  static double difference(float[] values, double[] truth) {
    assertThat(values).hasSameSizeAs(truth);
    double difference = 0;
    double size = 0;
    for (int i = 0; i < truth.length; i++) {
      difference = Math.max(difference, Math.abs(values[i] - truth[i]));
      size = Math.max(size, Math.abs(truth[i]));
    }
    return difference / size;
  }
}
