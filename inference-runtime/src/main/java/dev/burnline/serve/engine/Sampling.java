package dev.burnline.serve.engine;

import org.jspecify.annotations.Nullable;

/**
 * How tokens are chosen.
 *
 * @param temperature 0 is greedy, at most 2
 * @param topP share of the probability kept, above 0 to 1
 * @param topK how many tokens are kept; 0 for all
 * @param repetitionPenalty above 0; 1 for none
 * @param seed the same seed gives the same answer to the same prompt; null for a random one
 */
public record Sampling(
    double temperature, double topP, int topK, double repetitionPenalty, @Nullable Long seed) {

  public Sampling {
    if (!(temperature >= 0 && temperature <= 2)) {
      throw new IllegalArgumentException("temperature must be in 0..2, got " + temperature);
    }
    if (!(topP > 0 && topP <= 1)) {
      throw new IllegalArgumentException("topP must be in (0, 1], got " + topP);
    }
    if (topK < 0) {
      throw new IllegalArgumentException("topK must not be negative, got " + topK);
    }
    if (!(repetitionPenalty > 0) || !Double.isFinite(repetitionPenalty)) {
      throw new IllegalArgumentException(
          "repetitionPenalty must be above 0, got " + repetitionPenalty);
    }
  }
}
