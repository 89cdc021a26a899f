package dev.burnline.serve.demo.text;

import dev.burnline.serve.demo.train.Batch;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/** Puts conversations one after the other in ChatML, until a row is full. */
final class RowBuilder {

  private final int[] tokens;
  private final BitSet counted = new BitSet();
  private int length;

  /**
   * Creates a row.
   *
   * @param capacity its tokens
   */
  RowBuilder(int capacity) {
    tokens = new int[capacity];
    // What is left over after the last message.
    Arrays.fill(tokens, Vocabulary.END_OF_TEXT);
  }

  boolean isFull() {
    return length == tokens.length;
  }

  int length() {
    return length;
  }

  /** Begins with a system message. */
  RowBuilder system(String message) {
    return message("system", message);
  }

  /** Adds a question and an answer with its reasoning, which is to be learnt. */
  RowBuilder learn(Conversation conversation) {
    ask(conversation.question());
    int from = length;
    mark(Vocabulary.THINK);
    text("\n" + conversation.reasoning() + "\n");
    mark(Vocabulary.THINK_END);
    text("\n\n" + conversation.answer());
    mark(Vocabulary.MESSAGE_END);
    counted.set(from, length);
    text("\n");
    return this;
  }

  /** Adds a question and an answer as clients send earlier ones, without the reasoning. */
  RowBuilder recall(Conversation conversation) {
    return message("user", conversation.question()).message("assistant", conversation.answer());
  }

  /** Returns the row. */
  Batch.Row row() {
    return new Batch.Row(tokens, counted);
  }

  private void ask(String question) {
    message("user", question);
    mark(Vocabulary.MESSAGE_START);
    text("assistant\n");
  }

  private RowBuilder message(String role, String content) {
    mark(Vocabulary.MESSAGE_START);
    text(role + "\n" + content);
    mark(Vocabulary.MESSAGE_END);
    text("\n");
    return this;
  }

  private void mark(int token) {
    if (!isFull()) {
      tokens[length] = token;
      length++;
    }
  }

  private void text(String text) {
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      mark(Byte.toUnsignedInt(one));
    }
  }
}
