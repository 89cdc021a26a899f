package dev.burnline.serve.model;

/**
 * How to sample when a request does not say, from generation_config.json.
 *
 * @param temperature 0 is greedy
 * @param topP share of the probability kept, above 0 to 1
 * @param topK how many tokens are kept; 0 for all
 * @param repetitionPenalty above 0; 1 for none
 */
public record SamplingDefaults(
    double temperature, double topP, int topK, double repetitionPenalty) {

  /** Greedy decoding. */
  public static final SamplingDefaults GREEDY = new SamplingDefaults(0, 1, 0, 1);

  public SamplingDefaults {
    if (!(temperature >= 0) || !Double.isFinite(temperature)) {
      throw new IllegalArgumentException("temperature must not be negative, got " + temperature);
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
