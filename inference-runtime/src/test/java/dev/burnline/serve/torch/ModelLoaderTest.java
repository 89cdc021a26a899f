package dev.burnline.serve.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.burnline.serve.model.LanguageModel;
import dev.burnline.serve.model.ModelDescription;
import dev.burnline.serve.model.ModelException;
import dev.burnline.serve.model.SamplingDefaults;
import dev.burnline.serve.model.Sequence;
import dev.burnline.serve.model.Step;
import dev.burnline.serve.model.StreamDecoder;
import dev.burnline.serve.model.Tokens;
import dev.burnline.serve.text.TinyTokenizer;
import dev.burnline.serve.weights.TensorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelLoaderTest {

  private static final NetworkShape SHAPE =
      new NetworkShape(300, 32, 64, 2, 4, 2, 8, 1e-6, 10_000, 64, true, true);

  @TempDir Path folder;

  @Test
  void aFolderBecomesAModelThatGenerates() throws IOException {
    RandomModel model = RandomModel.of(SHAPE, TensorType.BF16, 1);
    model.write(folder, 40_000);
    TinyTokenizer.write(folder, TinyTokenizer.DEEPSEEK);
    Files.writeString(
        folder.resolve("generation_config.json"),
        "{\"do_sample\": true, \"temperature\": 0.6, \"top_p\": 0.95, \"eos_token_id\": [7, 8]}");
    List<Long> progress = new ArrayList<>();
    LoadOptions options =
        new LoadOptions(
            LoadOptions.Dtype.FLOAT32, 1, (done, total) -> progress.add(done * 100 / total));

    try (LanguageModel loaded = ModelLoader.load(folder, options)) {
      ModelDescription description = loaded.description();
      assertThat(description.name()).isEqualTo(folder.getFileName().toString());
      assertThat(description.weightsSha256()).matches("[0-9a-f]{64}");
      assertThat(description.dtype()).isEqualTo("float32");
      assertThat(description.contextTokens()).isEqualTo(64);
      assertThat(description.vocabulary()).isEqualTo(300);
      assertThat(description.cacheBytesPerToken()).isEqualTo(2 * 2 * 2 * 8 * 4);
      assertThat(description.defaults()).isEqualTo(new SamplingDefaults(0.6, 0.95, 0, 1));
      assertThat(loaded.codec().endTokens()).containsExactlyInAnyOrder(1, 7, 8, 259);
      assertThat(progress).isSorted().endsWith(100L);

      Tokens prompt = loaded.codec().encode("the weather");
      StreamDecoder decoder = loaded.codec().newDecoder();
      StringBuilder text = new StringBuilder();
      Tokens all = prompt;
      try (Sequence sequence = loaded.open(40)) {
        Tokens next = prompt;
        for (int i = 0; i < 20; i++) {
          float[] logits = loaded.step(List.of(new Step(sequence, next))).get(0);
          next = Tokens.of(best(logits));
          all = all.then(next);
          text.append(decoder.next(next.id(0)));
        }
        assertThat(sequence.length()).isEqualTo(prompt.size() + 19);
      }
      double[][] truth = new DoubleForward(model).logits(all.slice(0, all.size() - 1).toArray());
      for (int i = prompt.size(); i < all.size(); i++) {
        assertThat(all.id(i)).as("token %d", i).isEqualTo(best(truth[i - 1]));
      }
      assertThat(text.append(decoder.end())).isNotEmpty();
    }
  }

  @Test
  void whatADeviceCouldStumbleOverIsRefusedBefore() throws IOException {
    RandomModel.of(SHAPE, TensorType.F32, 1).write(folder, Long.MAX_VALUE);
    TinyTokenizer.write(folder, TinyTokenizer.CHATML);

    try (LanguageModel loaded = ModelLoader.load(folder, LoadOptions.DEFAULT);
        Sequence sequence = loaded.open(4)) {
      assertRefused(loaded, "a token id must be below 300, got 300", step(sequence, 300));
      assertRefused(
          loaded,
          "a sequence has room for 4 of 4 tokens, got 5 more",
          step(sequence, 1, 2, 3, 4, 5));
      assertRefused(loaded, "a sequence is in two steps", step(sequence, 1), step(sequence, 1));
      assertRefused(loaded, "steps must not be empty");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> loaded.open(65))
          .withMessage("capacityTokens must be in 1..64, got 65");
      assertThat(loaded.step(List.of(step(sequence, 1, 2, 3, 4)))).hasSize(1);
    }
  }

  @Test
  void weightsThatDoNotFitTheConfigAreAllNamed() throws IOException {
    RandomModel.of(SHAPE, TensorType.F32, 1).write(folder, Long.MAX_VALUE);
    RandomModel.writeConfig(
        folder, new NetworkShape(300, 32, 64, 2, 4, 2, 8, 1e-6, 10_000, 64, false, true));
    TinyTokenizer.write(folder, TinyTokenizer.CHATML);
    assertNotLoaded(folder + ": tensor 'lm_head.weight' is missing");
    RandomModel.writeConfig(
        folder, new NetworkShape(301, 32, 64, 2, 4, 2, 8, 1e-6, 10_000, 64, false, true));
    assertNotLoaded(
        folder
            + ": tensor 'model.embed_tokens.weight': shape must be [301, 32] by config.json, got"
            + " [300, 32]; tensor 'lm_head.weight' is missing");
  }

  @Test
  void weightsThatAreNotThoseOfTheManifestAreRefused() throws IOException {
    RandomModel.of(SHAPE, TensorType.F32, 1).write(folder, Long.MAX_VALUE);
    TinyTokenizer.write(folder, TinyTokenizer.CHATML);
    Files.writeString(folder.resolve("SHA256SUMS"), "0".repeat(64) + "  model.safetensors\n");

    assertNotLoaded(
        folder.resolve("SHA256SUMS")
            + ": SHA-256 of model.safetensors must be "
            + "0".repeat(64)
            + ", got ");
  }

  private void assertNotLoaded(String problem) {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> ModelLoader.load(folder, LoadOptions.DEFAULT).close())
        .withMessageStartingWith(problem);
  }

  private static void assertRefused(LanguageModel model, String problem, Step... steps) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.step(List.of(steps)))
        .withMessage(problem);
  }

  private static Step step(Sequence sequence, int... ids) {
    return new Step(sequence, Tokens.of(ids));
  }

  private static int best(float[] logits) {
    double[] wide = new double[logits.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = logits[i];
    }
    return best(wide);
  }

  private static int best(double[] logits) {
    int best = 0;
    for (int i = 1; i < logits.length; i++) {
      best = logits[i] > logits[best] ? i : best;
    }
    return best;
  }
}
