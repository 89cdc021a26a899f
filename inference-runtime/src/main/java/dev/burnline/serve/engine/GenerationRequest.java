package dev.burnline.serve.engine;

import static java.util.Objects.requireNonNull;

import dev.burnline.serve.model.Tokens;
import java.time.Duration;
import java.util.List;

/**
 * What to generate.
 *
 * @param promptTokens the prompt, at least one token
 * @param maxTokens most output tokens, at least 1
 * @param sampling how each token is chosen
 * @param stops the answer ends before the first of these; none empty
 * @param reasoning what {@code <think>} means
 * @param queueTimeout longest wait in the queue
 * @param generationTimeout longest time from the queue's end to the last token
 */
public record GenerationRequest(
    Tokens promptTokens,
    int maxTokens,
    Sampling sampling,
    List<String> stops,
    Reasoning reasoning,
    Duration queueTimeout,
    Duration generationTimeout) {

  /** What {@code <think>} and {@code </think>} in the answer mean. */
  public enum Reasoning {
    /** Text like any other: plain completions. */
    AS_TEXT,
    /** Set the reasoning apart if the answer begins with {@code <think>}. */
    APART,
    /** The prompt ended with {@code <think>}: the answer begins with the reasoning. */
    APART_FROM_START
  }

  public GenerationRequest {
    if (requireNonNull(promptTokens, "promptTokens is null").size() == 0) {
      throw new IllegalArgumentException("promptTokens must not be empty");
    }
    if (maxTokens < 1) {
      throw new IllegalArgumentException("maxTokens must be at least 1, got " + maxTokens);
    }
    requireNonNull(sampling, "sampling is null");
    stops = List.copyOf(stops);
    if (stops.contains("")) {
      throw new IllegalArgumentException("stops must not hold an empty text");
    }
    requireNonNull(reasoning, "reasoning is null");
    requireNonNull(queueTimeout, "queueTimeout is null");
    requireNonNull(generationTimeout, "generationTimeout is null");
  }
}
