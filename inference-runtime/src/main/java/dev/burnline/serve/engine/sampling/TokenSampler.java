package dev.burnline.serve.engine.sampling;

import dev.burnline.serve.engine.Sampling;
import dev.burnline.serve.model.Tokens;
import java.util.Random;

/**
 * Chooses the tokens of one answer. In this order: repetition penalty, temperature, top-k, top-p,
 * as Hugging Face transformers does; among equals the lower id wins. Everything is computed in
 * doubles. One number is drawn from {@link Random} for each token, none under greedy decoding, so
 * that a seed gives the same answer whatever else the model computes meanwhile.
 */
public final class TokenSampler {

  /** Below this a weight changes no sum of doubles: exp(-60) is 9e-27. */
  private static final double NEGLIGIBLE_LOG_WEIGHT = -60;

  private final Sampling sampling;
  private final SamplerMemory memory;
  private final Random random;
  private final SeenTokens seen = new SeenTokens();

  /**
   * Begins an answer.
   *
   * @param prompt ids in the vocabulary
   * @param memory shared by the samplers of one thread
   */
  public TokenSampler(Sampling sampling, Tokens prompt, SamplerMemory memory) {
    this.sampling = sampling;
    this.memory = memory;
    Long seed = sampling.seed();
    this.random = seed == null ? new Random() : new Random(seed);
    if (penalises()) {
      prompt.stream().forEach(seen::add);
    }
  }

  /**
   * Returns the next token of the answer.
   *
   * @param logits one for each token of the vocabulary; left as they are
   * @throws IllegalStateException when there are more or fewer logits, or one is not finite
   */
  public int next(float[] logits) {
    int best = Logits.greatest(logits, memory.vocabulary());
    int chosen = best;
    if (penalises() || sampling.temperature() > 0) {
      double[] scores = memory.scores;
      for (int i = 0; i < logits.length; i++) {
        scores[i] = logits[i];
      }
      if (penalises()) {
        seen.penalise(scores, sampling.repetitionPenalty());
        best = Logits.greatest(scores);
      }
      chosen = sampling.temperature() == 0 ? best : draw(weigh(scores, scores[best]));
    }
    if (penalises()) {
      seen.add(chosen);
    }
    return chosen;
  }

  private boolean penalises() {
    return sampling.repetitionPenalty() != 1;
  }

  /** Sets the weights, exp((score - greatest) / temperature), and returns their sum. */
  private double weigh(double[] scores, double greatest) {
    double[] weights = memory.weights;
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      double log = scores[i] == greatest ? 0 : (scores[i] - greatest) / sampling.temperature();
      weights[i] = log < NEGLIGIBLE_LOG_WEIGHT ? 0 : Math.exp(log);
      sum += weights[i];
    }
    return sum;
  }

  private int draw(double sumOfAll) {
    double point = random.nextDouble();
    boolean limited = sampling.topK() > 0 && sampling.topK() < memory.vocabulary();
    if (!limited && sampling.topP() == 1) {
      return drawFromAll(point * sumOfAll);
    }
    int[] kept = memory.kept;
    Descending descending = new Descending(memory.weights, memory.ids);
    int count = 0;
    double sum = 0;
    int most = limited ? sampling.topK() : memory.vocabulary();
    double enough = limited ? Double.POSITIVE_INFINITY : sampling.topP() * sumOfAll;
    while (count < most && sum < enough) {
      int id = descending.next();
      if (id < 0) {
        break;
      }
      kept[count++] = id;
      sum += memory.weights[id];
    }
    if (limited && sampling.topP() < 1) {
      enough = sampling.topP() * sum;
      int all = count;
      sum = 0;
      for (count = 0; count < all && sum < enough; count++) {
        sum += memory.weights[kept[count]];
      }
    }
    return drawFromKept(count, point * sum);
  }

  private int drawFromKept(int count, double point) {
    double passed = 0;
    for (int i = 0; i < count - 1; i++) {
      passed += memory.weights[memory.kept[i]];
      if (point < passed) {
        return memory.kept[i];
      }
    }
    return memory.kept[count - 1];
  }

  private int drawFromAll(double point) {
    double passed = 0;
    int last = 0;
    for (int id = 0; id < memory.weights.length; id++) {
      if (memory.weights[id] > 0) {
        last = id;
        passed += memory.weights[id];
        if (point < passed) {
          return id;
        }
      }
    }
    return last;
  }
}
