package dev.burnline.serve.model;

import static java.util.Objects.requireNonNull;

/**
 * A loaded model.
 *
 * @param name its name, by default that of its folder
 * @param weightsSha256 SHA-256 over the weights, 64 hexadecimal digits in lower case
 * @param loadMillis how long loading took
 * @param dtype element type of the weights in memory, for example {@code bfloat16}
 * @param device for example {@code cuda:0} or {@code cpu}
 * @param contextTokens longest sequence, prompt and answer together, at least 1
 * @param vocabulary number of token ids, at least 1
 * @param cacheBytesPerToken memory of the key-value cache for one token of one sequence
 * @param defaults what generation_config.json asks for
 */
public record ModelDescription(
    String name,
    String weightsSha256,
    double loadMillis,
    String dtype,
    String device,
    int contextTokens,
    int vocabulary,
    long cacheBytesPerToken,
    SamplingDefaults defaults) {

  public ModelDescription {
    requireNonNull(name, "name is null");
    requireNonNull(weightsSha256, "weightsSha256 is null");
    requireNonNull(dtype, "dtype is null");
    requireNonNull(device, "device is null");
    requireNonNull(defaults, "defaults is null");
    if (contextTokens < 1) {
      throw new IllegalArgumentException("contextTokens must be at least 1, got " + contextTokens);
    }
    if (vocabulary < 1) {
      throw new IllegalArgumentException("vocabulary must be at least 1, got " + vocabulary);
    }
  }
}
