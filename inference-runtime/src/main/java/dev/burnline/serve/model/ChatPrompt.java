package dev.burnline.serve.model;

import static java.util.Objects.requireNonNull;

/**
 * A conversation as tokens.
 *
 * @param tokens the ids
 * @param opensReasoning whether the template itself wrote {@code <think>}, so that the answer
 *     begins inside the reasoning
 */
public record ChatPrompt(Tokens tokens, boolean opensReasoning) {

  public ChatPrompt {
    requireNonNull(tokens, "tokens is null");
  }
}
