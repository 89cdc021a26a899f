package dev.burnline.serve.event;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What the model made of a request.
 *
 * @param responseTruncated the first 200 code points of the answer, then {@code ...} if there are
 *     more; empty when there is none
 * @param inputTokens tokens of the prompt; null when it was never counted
 * @param outputTokens tokens generated, not negative; null when the model never began
 * @param repetitionRatio share of the answer that repeats itself, 0 to 1; null when not measured
 */
public record Answer(
    String responseTruncated,
    @Nullable Long inputTokens,
    @Nullable Long outputTokens,
    @Nullable Double repetitionRatio) {

  public Answer {
    responseTruncated = Excerpt.of(requireNonNull(responseTruncated, "responseTruncated is null"));
    if (inputTokens != null) {
      Checks.notNegative(inputTokens, "inputTokens");
    }
    if (outputTokens != null) {
      Checks.notNegative(outputTokens, "outputTokens");
    }
    if (repetitionRatio != null && !(repetitionRatio >= 0 && repetitionRatio <= 1)) {
      throw new IllegalArgumentException("repetitionRatio must be in 0..1, got " + repetitionRatio);
    }
  }
}
