package dev.burnline.serve.demo.text;

import static java.util.Objects.requireNonNull;

/**
 * A question and what the model is to say to it.
 *
 * @param question what the user asks
 * @param reasoning what is thought before the answer; never empty, without a line end at the end
 * @param answer the answer
 */
public record Conversation(String question, String reasoning, String answer) {

  public Conversation {
    requireNonNull(question, "question is null");
    requireNonNull(reasoning, "reasoning is null");
    requireNonNull(answer, "answer is null");
  }
}
