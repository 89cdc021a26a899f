package dev.burnline.serve.http;

import dev.burnline.serve.model.ChatMessage;
import dev.burnline.serve.model.ChatPrompt;
import dev.burnline.serve.model.StreamDecoder;
import dev.burnline.serve.model.TextCodec;
import dev.burnline.serve.model.Tokens;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One token for each code point. */
final class FakeCodec implements TextCodec {

  @Override
  public Tokens encode(String text) {
    return Tokens.of(text.codePoints().toArray());
  }

  @Override
  public ChatPrompt encodeChat(List<ChatMessage> messages) {
    String text =
        messages.stream()
            .map(message -> message.role().key() + ":" + message.content() + "\n")
            .collect(Collectors.joining());
    return new ChatPrompt(encode(text), text.contains("#think"));
  }

  static String decode(Tokens tokens) {
    int[] ids = tokens.toArray();
    return new String(ids, 0, ids.length);
  }

  @Override
  public int leastTokens(String text, int enough) {
    return text.codePointCount(0, text.length());
  }

  @Override
  public int leastTokens(List<ChatMessage> messages, int enough) {
    return messages.stream().mapToInt(message -> leastTokens(message.content(), enough)).sum();
  }

  @Override
  public StreamDecoder newDecoder() {
    throw new UnsupportedOperationException("the engine is a fake");
  }

  @Override
  public Set<Integer> endTokens() {
    return Set.of();
  }
}
