package dev.burnline.serve.text;

import dev.burnline.serve.model.ChatMessage;
import dev.burnline.serve.model.ChatPrompt;
import dev.burnline.serve.model.StreamDecoder;
import dev.burnline.serve.model.TextCodec;
import dev.burnline.serve.model.Tokens;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** A byte-level BPE tokenizer with its chat template. */
final class BpeCodec implements TextCodec {

  /** A normaliser may put so many code points together to one, as in a decomposed syllable. */
  private static final int MOST_NORMALISED = 4;

  private final Vocabulary vocabulary;
  private final PlainText plain;
  private final ChatTemplate template;
  private final OptionalInt firstToken;
  private final Set<Integer> endTokens;

  BpeCodec(
      Vocabulary vocabulary,
      PlainText plain,
      ChatTemplate template,
      OptionalInt firstToken,
      Set<Integer> endTokens) {
    this.vocabulary = vocabulary;
    this.plain = plain;
    this.template = template;
    this.firstToken = firstToken;
    this.endTokens = Set.copyOf(endTokens);
  }

  @Override
  public Tokens encode(String text) {
    IntStream first = firstToken.isPresent() ? IntStream.of(firstToken.getAsInt()) : IntStream.of();
    return Tokens.of(IntStream.concat(first, plain.encode(text)).toArray());
  }

  @Override
  public ChatPrompt encodeChat(List<ChatMessage> messages) {
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("messages must not be empty");
    }
    IntStream.Builder ids = IntStream.builder();
    StringBuilder text = new StringBuilder();
    for (PromptPart part : template.render(messages)) {
      if (part instanceof PromptPart.Text piece) {
        text.append(piece.text());
      } else if (part instanceof PromptPart.Control control) {
        OptionalInt id = vocabulary.added(control.token());
        if (id.isEmpty()) {
          text.append(control.token());
        } else {
          // All text between two control tokens is encoded at once, as the model was taught.
          plain.encode(text.toString()).forEach(ids);
          text.setLength(0);
          ids.accept(id.getAsInt());
        }
      }
    }
    plain.encode(text.toString()).forEach(ids);
    return new ChatPrompt(Tokens.of(ids.build().toArray()), template.opensReasoning());
  }

  @Override
  public int leastTokens(String text) {
    // A code point is at least a byte, and in UTF-8 the longer the more of them there are.
    int codePoints = text.codePointCount(0, text.length());
    return codePoints / (MOST_NORMALISED * vocabulary.longestTokenBytes());
  }

  @Override
  public StreamDecoder newDecoder() {
    return new Utf8StreamDecoder(vocabulary);
  }

  @Override
  public Set<Integer> endTokens() {
    return endTokens;
  }
}
