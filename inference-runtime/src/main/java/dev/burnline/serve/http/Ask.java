package dev.burnline.serve.http;

import static java.util.Objects.requireNonNull;

import dev.burnline.serve.model.ChatMessage;
import java.util.List;
import java.util.Optional;

/**
 * What a valid request asks for; what it leaves out is the model's or the server's to say.
 *
 * @param prompt what the model reads
 * @param stream whether the answer comes as server-sent events
 * @param includeUsage whether a stream ends with the numbers of tokens
 * @param maxTokens most output tokens
 * @param stops the answer ends before the first of these
 */
record Ask(
    Prompting prompt,
    boolean stream,
    boolean includeUsage,
    Optional<Integer> maxTokens,
    Optional<Double> temperature,
    Optional<Double> topP,
    Optional<Integer> topK,
    Optional<Double> repetitionPenalty,
    Optional<Long> seed,
    List<String> stops) {

  Ask {
    requireNonNull(prompt, "prompt is null");
    stops = List.copyOf(stops);
  }

  /** What the model reads. */
  sealed interface Prompting {

    /** Returns all of it as text. */
    String text();

    /** Returns what the user said last. */
    String last();

    /** Returns how many chars all texts in it have together. */
    int chars();
  }

  /** A conversation, at least one message. */
  record Chat(List<ChatMessage> messages) implements Prompting {

    Chat {
      messages = List.copyOf(messages);
    }

    @Override
    public String text() {
      return String.join("\n", messages.stream().map(ChatMessage::content).toList());
    }

    @Override
    public String last() {
      return messages.stream()
          .filter(message -> message.role() == ChatMessage.Role.USER)
          .reduce((first, second) -> second)
          .map(ChatMessage::content)
          .orElseGet(this::text);
    }

    @Override
    public int chars() {
      int chars = 0;
      for (ChatMessage message : messages) {
        chars += message.content().length();
      }
      return chars;
    }
  }

  /** A text to go on with. */
  record Plain(String text) implements Prompting {

    @Override
    public String last() {
      return text;
    }

    @Override
    public int chars() {
      return text.length();
    }
  }
}
