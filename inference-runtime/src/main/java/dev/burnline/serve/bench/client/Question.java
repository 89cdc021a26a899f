package dev.burnline.serve.bench.client;

import static java.util.Objects.requireNonNull;

/**
 * What to ask.
 *
 * @param prompt the user's message
 * @param maxTokens most output tokens, at least 1
 */
public record Question(String prompt, int maxTokens) {

  public Question {
    requireNonNull(prompt, "prompt is null");
    if (maxTokens < 1) {
      throw new IllegalArgumentException("maxTokens must be at least 1, got " + maxTokens);
    }
  }
}
