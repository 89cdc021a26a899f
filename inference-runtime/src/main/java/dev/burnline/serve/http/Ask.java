package dev.burnline.serve.http;

import static java.util.Objects.requireNonNull;

import dev.burnline.serve.engine.GenerationRequest.Reasoning;
import dev.burnline.serve.event.Prompt;
import dev.burnline.serve.model.ChatMessage;
import dev.burnline.serve.model.ChatPrompt;
import dev.burnline.serve.model.TextCodec;
import dev.burnline.serve.model.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
  sealed interface Prompting extends Prompt.Text {

    /** Returns how many tokens it has at least, told apart up to {@code enough}. */
    int leastTokens(TextCodec codec, int enough);

    /** Returns its tokens. */
    Encoded encode(TextCodec codec);
  }

  /** A prompt as tokens, and what {@code <think>} means in its answer. */
  record Encoded(Tokens tokens, Reasoning reasoning) {}

  /** A conversation, at least one message. */
  record Chat(List<ChatMessage> messages) implements Prompting {

    /** More chars than an excerpt has. */
    private static final int SHOWN_CHARS = 1_000;

    /** What an empty message takes, in chars. */
    private static final int MESSAGE_CHARS = 64;

    Chat {
      messages = List.copyOf(messages);
    }

    @Override
    public int leastTokens(TextCodec codec, int enough) {
      return codec.leastTokens(messages, enough);
    }

    @Override
    public Encoded encode(TextCodec codec) {
      ChatPrompt prompt = codec.encodeChat(messages);
      return new Encoded(
          prompt.tokens(), prompt.opensReasoning() ? Reasoning.APART_FROM_START : Reasoning.APART);
    }

    /** Hands over the messages' texts, a line end between them. */
    @Override
    public void read(Consumer<String> reader) {
      boolean first = true;
      for (ChatMessage message : messages) {
        if (!first) {
          reader.accept("\n");
        }
        first = false;
        reader.accept(message.content());
      }
    }

    /** Returns what the user said last; where that is nothing, how it all begins. */
    @Override
    public String shown() {
      for (int i = messages.size() - 1; i >= 0; i--) {
        if (messages.get(i).role() == ChatMessage.Role.USER) {
          return messages.get(i).content();
        }
      }
      StringBuilder begin = new StringBuilder();
      read(part -> begin.append(part, 0, Math.min(part.length(), SHOWN_CHARS - begin.length())));
      return begin.toString();
    }

    @Override
    public int keptChars() {
      int chars = 0;
      for (ChatMessage message : messages) {
        chars += MESSAGE_CHARS + message.content().length();
      }
      return chars;
    }
  }

  /** A text to go on with. */
  record Plain(String text) implements Prompting {

    @Override
    public int leastTokens(TextCodec codec, int enough) {
      return codec.leastTokens(text, enough);
    }

    @Override
    public Encoded encode(TextCodec codec) {
      return new Encoded(codec.encode(text), Reasoning.AS_TEXT);
    }

    @Override
    public void read(Consumer<String> reader) {
      reader.accept(text);
    }

    @Override
    public String shown() {
      return text;
    }

    @Override
    public int keptChars() {
      return text.length();
    }
  }
}
