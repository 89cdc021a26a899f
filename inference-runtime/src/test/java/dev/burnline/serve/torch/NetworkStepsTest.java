package dev.burnline.serve.torch;

import static dev.burnline.serve.torch.NetworkParityTest.difference;
import static dev.burnline.serve.torch.NetworkParityTest.randomIds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.serve.model.Step;
import dev.burnline.serve.model.Tokens;
import dev.burnline.serve.weights.TensorType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkStepsTest {

  private static final double BOUND = 1e-5;
  private static final RandomModel MODEL =
      RandomModel.of(RandomModel.smallQwen(), TensorType.F32, 7);

  @TempDir static Path folder;

  private static LoadedNetwork loaded;

  @BeforeAll
  static void load() throws IOException {
    loaded = LoadedNetwork.open(MODEL.write(folder, Long.MAX_VALUE), TensorType.F32);
  }

  @AfterAll
  static void close() {
    loaded.close();
  }

  @Test
  void aPromptAndThenTokenByTokenIsOneWholePass() {
    int[] ids = randomIds(MODEL.shape(), 24);
    double[][] truth = new DoubleForward(MODEL).logits(ids);

    try (TorchSequence sequence = loaded.network().open(24)) {
      int done = 0;
      for (int piece : new int[] {10, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}) {
        float[] logits = step(sequence, Arrays.copyOfRange(ids, done, done + piece));
        done += piece;
        assertThat(difference(logits, truth[done - 1])).isLessThan(BOUND);
        assertThat(sequence.length()).isEqualTo(done);
      }
    }
  }

  @Test
  void aPromptInPiecesIsThePrompt() {
    Tokens ids = Tokens.of(randomIds(MODEL.shape(), 30));
    double[] whole = wide(loaded.logits(ids, 30));

    assertThat(difference(loaded.logits(ids, 7, 16, 7), whole)).isLessThan(BOUND);
    assertThat(difference(loaded.logits(ids, 1, 29), whole)).isLessThan(BOUND);
    assertThat(difference(loaded.logits(ids, 29, 1), whole)).isLessThan(BOUND);
  }

  @Test
  void sequencesTogetherSayTokenForTokenWhatEachSaysAlone() {
    int[] promptLengths = {1, 5, 17, 40, 2};
    List<List<Integer>> alone = new ArrayList<>();
    for (int length : promptLengths) {
      alone.add(greedyTogether(List.of(Tokens.of(randomIds(MODEL.shape(), length))), 30).get(0));
    }

    List<Tokens> prompts =
        Arrays.stream(promptLengths)
            .mapToObj(length -> Tokens.of(randomIds(MODEL.shape(), length)))
            .toList();
    assertThat(greedyTogether(prompts, 30)).isEqualTo(alone);
  }

  @Test
  void aPromptJoinsSequencesThatAreAtWork() {
    Tokens first = Tokens.of(randomIds(MODEL.shape(), 9));
    Tokens second = Tokens.of(randomIds(MODEL.shape(), 21));
    double[] firstTruth = wide(loaded.logits(first, 9));
    double[] secondTruth = wide(loaded.logits(second, 21));

    try (TorchSequence a = loaded.network().open(9);
        TorchSequence b = loaded.network().open(21)) {
      step(a, first.slice(0, 8).toArray());
      step(b, second.slice(0, 4).toArray());
      List<float[]> logits =
          loaded
              .network()
              .step(List.of(new Step(a, first.slice(8, 9)), new Step(b, second.slice(4, 21))));

      assertThat(difference(logits.get(0), firstTruth)).isLessThan(BOUND);
      assertThat(difference(logits.get(1), secondTruth)).isLessThan(BOUND);
    }
  }

  @Test
  void thousandsOfStepsLeaveNothingBehind() {
    run(200);
    int arrays = loaded.torch().manager().getManagedArrays().size();
    run(2_000);

    assertThat(loaded.torch().manager().getManagedArrays()).hasSize(arrays);
  }

  /** One after the other, sequences of eight tokens in pairs. */
  private static void run(int steps) {
    for (int i = 0; i < steps; i += 8) {
      try (TorchSequence a = loaded.network().open(8);
          TorchSequence b = loaded.network().open(8)) {
        for (int token = 0; token < 8; token++) {
          loaded
              .network()
              .step(List.of(new Step(a, Tokens.of(token)), new Step(b, Tokens.of(token + 1))));
        }
      }
    }
  }

  /** Returns what the network says, greedily; each prompt joins one step after the one before. */
  private static List<List<Integer>> greedyTogether(List<Tokens> prompts, int count) {
    List<List<Integer>> said = new ArrayList<>();
    List<TorchSequence> sequences = new ArrayList<>();
    for (Tokens prompt : prompts) {
      sequences.add(loaded.network().open(prompt.size() + count));
      said.add(new ArrayList<>());
    }
    for (int round = 0; round < count + prompts.size(); round++) {
      List<Step> steps = new ArrayList<>();
      List<List<Integer>> speakers = new ArrayList<>();
      for (int i = 0; i < Math.min(round + 1, prompts.size()); i++) {
        List<Integer> own = said.get(i);
        if (own.size() < count) {
          Tokens next = own.isEmpty() ? prompts.get(i) : Tokens.of(own.get(own.size() - 1));
          steps.add(new Step(sequences.get(i), next));
          speakers.add(own);
        }
      }
      if (!steps.isEmpty()) {
        List<float[]> logits = loaded.network().step(steps);
        for (int i = 0; i < steps.size(); i++) {
          speakers.get(i).add(best(logits.get(i)));
        }
      }
    }
    sequences.forEach(TorchSequence::close);
    return said;
  }

  private static float[] step(TorchSequence sequence, int... ids) {
    return loaded.network().step(List.of(new Step(sequence, Tokens.of(ids)))).get(0);
  }

  private static int best(float[] logits) {
    int best = 0;
    for (int i = 1; i < logits.length; i++) {
      best = logits[i] > logits[best] ? i : best;
    }
    return best;
  }

  private static double[] wide(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }
}
