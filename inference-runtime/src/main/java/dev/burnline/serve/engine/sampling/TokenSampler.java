package dev.burnline.serve.engine.sampling;

import dev.burnline.serve.engine.Sampling;
import dev.burnline.serve.model.Tokens;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Chooses the tokens of one answer. In this order: repetition penalty, temperature, top-k, top-p,
 * as Hugging Face transformers does; among equals the lower id wins. Everything is computed in
 * doubles. One number is drawn for each token, none under greedy decoding, so that a seed gives the
 * same answer whatever else the model computes meanwhile. The numbers come from {@link
 * SplittableRandom}, whose first one differs also for seeds that are near each other.
 */
public final class TokenSampler {

  /** Below this a weight changes no sum of doubles: exp(-60) is 9e-27. */
  private static final double NEGLIGIBLE_LOG_WEIGHT = -60;

  private final Sampling sampling;
  private final SamplerMemory memory;
  private final RandomGenerator random;
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
    this.random = seed == null ? new SplittableRandom() : new SplittableRandom(seed);
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

  /** Sets the weights of all that top-k and top-p leave out to 0, then draws. */
  private int draw(double sumOfAll) {
    double[] weights = memory.weights;
    int vocabulary = memory.vocabulary();
    double topP = sampling.topP();
    boolean limited = sampling.topK() > 0 && sampling.topK() < vocabulary;
    if (limited || topP < 1) {
      // All tokens below this together have less than the share that top-p leaves out.
      double least = limited ? 0 : (1 - topP) * sumOfAll / vocabulary;
      MostLikely kept = new MostLikely(weights, memory.ids, Math.max(least, Double.MIN_VALUE));
      double sum = limited ? kept.keep(sampling.topK()) : sumOfAll;
      if (topP < 1) {
        kept.keepSum(topP * sum);
      }
      return drawUpTo(kept.last());
    }
    return drawOne(random.nextDouble() * sumOfAll);
  }

  private int drawUpTo(int leastLikely) {
    double[] weights = memory.weights;
    double least = weights[leastLikely];
    double sum = 0;
    for (int id = 0; id < weights.length; id++) {
      if (weights[id] < least || (weights[id] == least && id > leastLikely)) {
        weights[id] = 0;
      }
      sum += weights[id];
    }
    return drawOne(random.nextDouble() * sum);
  }

  /** Returns the token at this point when the weights are laid in a row, by id. */
  private int drawOne(double point) {
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
