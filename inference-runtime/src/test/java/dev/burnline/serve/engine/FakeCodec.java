package dev.burnline.serve.engine;

import dev.burnline.serve.model.ChatMessage;
import dev.burnline.serve.model.ChatPrompt;
import dev.burnline.serve.model.StreamDecoder;
import dev.burnline.serve.model.TextCodec;
import dev.burnline.serve.model.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One token for each UTF-8 byte, so that tags, stop strings and characters lie across many tokens.
 * Every prompt ends with {@link #ASK}; an answer ends with {@link #END}.
 */
public final class FakeCodec implements TextCodec {

  /** The token that ends an answer. */
  public static final int END = 0;

  /** The token that ends a prompt. */
  public static final int ASK = 1;

  /** Number of token ids. */
  public static final int VOCABULARY = 256;

  @Override
  public Tokens encode(String text) {
    return Tokens.of(IntStream.concat(bytes(text), IntStream.of(ASK)).toArray());
  }

  /** Returns one line for each message, {@code role: content}. */
  @Override
  public ChatPrompt encodeChat(List<ChatMessage> messages) {
    String text =
        messages.stream()
            .map(message -> message.role().key() + ": " + message.content())
            .collect(Collectors.joining("\n"));
    return new ChatPrompt(encode(text), false);
  }

  @Override
  public int leastTokens(String text, int enough) {
    return 0;
  }

  @Override
  public int leastTokens(List<ChatMessage> messages, int enough) {
    return 0;
  }

  @Override
  public StreamDecoder newDecoder() {
    return new Utf8Decoder();
  }

  @Override
  public Set<Integer> endTokens() {
    return Set.of(END);
  }

  /** Returns the bytes of a text as token ids, without {@link #ASK}. */
  static IntStream bytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return IntStream.range(0, bytes.length).map(i -> bytes[i] & 0xff);
  }

  private static final class Utf8Decoder implements StreamDecoder {
    private final byte[] pending = new byte[4];
    private int size;

    @Override
    public String next(int token) {
      pending[size++] = (byte) token;
      int lead = pending[0] & 0xff;
      int needed = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
      return size < needed ? "" : take();
    }

    @Override
    public String end() {
      if (size == 0) {
        return "";
      }
      size = 0;
      return "\ufffd";
    }

    private String take() {
      String text = new String(pending, 0, size, StandardCharsets.UTF_8);
      size = 0;
      return text;
    }
  }
}
