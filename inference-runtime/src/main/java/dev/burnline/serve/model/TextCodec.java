package dev.burnline.serve.model;

import java.util.List;
import java.util.Set;

/**
 * Text from and to the token ids of one model. Thread-safe.
 *
 * <p>Text of a client never becomes a special token: {@code <|im_end|>} in a message is spelled out
 * in ordinary tokens, so that nobody can speak in another role.
 */
public interface TextCodec {

  /** Returns the tokens of a plain text, with the token that begins every text if there is one. */
  Tokens encode(String text);

  /**
   * Returns the tokens of a conversation in the model's chat template, up to where the assistant
   * begins to speak.
   *
   * @param messages at least one
   */
  ChatPrompt encodeChat(List<ChatMessage> messages);

  /**
   * Returns how many tokens a text has at least, without cutting it into them, which takes seconds
   * for a megabyte. Never more than it really has; 0 says nothing.
   *
   * @param enough how many are to be told apart; a text that may have more is not looked at further
   */
  int leastTokens(String text, int enough);

  /**
   * Returns the same of a conversation in the model's chat template.
   *
   * @param messages at least one
   */
  int leastTokens(List<ChatMessage> messages, int enough);

  /** Returns a decoder for one answer. Not thread-safe. */
  StreamDecoder newDecoder();

  /** Returns the ids that end an answer. */
  Set<Integer> endTokens();
}
