package dev.burnline.serve.model;

import static java.util.Objects.requireNonNull;

/**
 * Tokens to append to a sequence: a prompt or a part of it, or the one token chosen last.
 *
 * @param sequence where they go; has room for them
 * @param tokens ids in the vocabulary, at least one
 */
public record Step(Sequence sequence, Tokens tokens) {

  public Step {
    requireNonNull(sequence, "sequence is null");
    if (requireNonNull(tokens, "tokens is null").size() == 0) {
      throw new IllegalArgumentException("tokens must not be empty");
    }
  }
}
