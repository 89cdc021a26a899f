package dev.burnline.serve.torch;

import static dev.burnline.serve.torch.NetworkParityTest.difference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.serve.model.ChatMessage;
import dev.burnline.serve.model.ChatMessage.Role;
import dev.burnline.serve.model.Step;
import dev.burnline.serve.model.TextCodec;
import dev.burnline.serve.model.Tokens;
import dev.burnline.serve.text.Codecs;
import dev.burnline.serve.weights.Bfloat16;
import dev.burnline.serve.weights.StoredTensor;
import dev.burnline.serve.weights.TensorType;
import dev.burnline.serve.weights.WeightsFolder;
import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The model that comes along, its trained weights and its own prompts. */
class DemoModelParityTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("burnline.root"), "inference-runtime", "demo-model");
  private static final List<String> QUESTIONS =
      List.of("What is 17 + 25?", "Hello!", "What is 90 - 4?", "你好");
  private static final double FLOAT32_BOUND = 1e-4;
  private static final double BFLOAT16_BOUND = 0.03;
  private static final int ANSWER_TOKENS = 24;

  private static RandomModel model;
  private static TextCodec codec;
  private static LoadedNetwork loaded;

  @BeforeAll
  static void load() throws IOException {
    NetworkShape shape = NetworkShape.read(FOLDER);
    WeightsFolder folder = WeightsFolder.open(FOLDER);
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (StoredTensor tensor : folder.tensors().values()) {
      assertThat(tensor.type()).isEqualTo(TensorType.BF16);
      ShortBuffer bits = folder.map(tensor).asShortBuffer();
      float[] values = new float[bits.remaining()];
      for (int i = 0; i < values.length; i++) {
        values[i] = Bfloat16.toFloat(bits.get(i));
      }
      weights.put(tensor.name(), values);
    }
    model = new RandomModel(shape, TensorType.BF16, weights);
    codec = Codecs.load(FOLDER, shape.vocabulary(), GenerationConfig.read(FOLDER).endTokens());
    loaded = LoadedNetwork.open(FOLDER, TensorType.F32);
  }

  @AfterAll
  static void close() {
    loaded.close();
  }

  private static Tokens prompt(String question) {
    return codec.encodeChat(List.of(new ChatMessage(Role.USER, question))).tokens();
  }

  @Test
  void allThreeAgreeAndBfloat16IsNear() throws IOException {
    try (LoadedNetwork inBfloat16 = LoadedNetwork.open(FOLDER, TensorType.BF16);
        var scope = loaded.scope()) {
      for (String question : QUESTIONS) {
        Tokens prompt = prompt(question);
        int[] ids = prompt.toArray();
        double[] truth = new DoubleForward(model).logits(ids)[ids.length - 1];

        assertThat(difference(loaded.logits(prompt, ids.length), truth))
            .as("TorchScript, %s", question)
            .isLessThan(FLOAT32_BOUND);
        assertThat(difference(new ArrayForward(model, scope).logits(ids), truth))
            .as("arrays, %s", question)
            .isLessThan(FLOAT32_BOUND);
        assertThat(difference(inBfloat16.logits(prompt, ids.length), truth))
            .as("bfloat16, %s", question)
            .isLessThan(BFLOAT16_BOUND);
      }
    }
  }

  @Test
  void everyStepOfAnAnswerIsTheWholePassInDoublePrecision() {
    for (String question : QUESTIONS) {
      Tokens prompt = prompt(question);
      List<float[]> steps = new ArrayList<>();
      List<Integer> answer = answers(List.of(prompt), steps).get(0);
      int[] ids =
          IntStream.concat(
                  IntStream.of(prompt.toArray()), answer.stream().mapToInt(Integer::intValue))
              .toArray();

      double[][] truth = new DoubleForward(model).logits(ids);

      for (int i = 0; i < steps.size(); i++) {
        assertThat(difference(steps.get(i), truth[prompt.size() - 1 + i]))
            .as("token %d after %s", i, question)
            .isLessThan(FLOAT32_BOUND);
      }
    }
  }

  @Test
  void questionsTogetherAreAnsweredTokenForTokenAsAlone() {
    List<Tokens> prompts = QUESTIONS.stream().map(DemoModelParityTest::prompt).toList();
    List<List<Integer>> alone = new ArrayList<>();
    for (Tokens prompt : prompts) {
      alone.addAll(answers(List.of(prompt), new ArrayList<>()));
    }

    assertThat(answers(prompts, new ArrayList<>())).isEqualTo(alone);
  }

  /** Returns greedy answers, and what the first one was chosen from. */
  private static List<List<Integer>> answers(List<Tokens> prompts, List<float[]> ofTheFirst) {
    List<TorchSequence> sequences = new ArrayList<>();
    List<List<Integer>> answers = new ArrayList<>();
    for (Tokens prompt : prompts) {
      sequences.add(loaded.network().open(prompt.size() + ANSWER_TOKENS));
      answers.add(new ArrayList<>());
    }
    List<Tokens> next = new ArrayList<>(prompts);
    for (int token = 0; token < ANSWER_TOKENS; token++) {
      List<Step> steps = new ArrayList<>();
      for (int i = 0; i < prompts.size(); i++) {
        steps.add(new Step(sequences.get(i), next.get(i)));
      }
      List<float[]> logits = loaded.network().step(steps);
      ofTheFirst.add(logits.get(0));
      for (int i = 0; i < prompts.size(); i++) {
        int best = best(logits.get(i));
        answers.get(i).add(best);
        next.set(i, Tokens.of(best));
      }
    }
    sequences.forEach(TorchSequence::close);
    return answers;
  }

  private static int best(float[] logits) {
    int best = 0;
    for (int i = 1; i < logits.length; i++) {
      best = logits[i] > logits[best] ? i : best;
    }
    return best;
  }
}
