package dev.burnline.serve.text;

import dev.burnline.serve.model.ChatMessage;
import dev.burnline.serve.model.ChatPrompt;
import dev.burnline.serve.model.StreamDecoder;
import dev.burnline.serve.model.TextCodec;
import dev.burnline.serve.model.Tokens;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** A byte-level BPE tokenizer with its chat template. */
final class BpeCodec implements TextCodec {

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
    render(messages, text -> plain.encode(text).forEach(ids), ids);
    return new ChatPrompt(Tokens.of(ids.build().toArray()), template.opensReasoning());
  }

  /** Hands all text between two control tokens on at once, as the model was taught. */
  private void render(List<ChatMessage> messages, Consumer<String> texts, IntConsumer controls) {
    StringBuilder text = new StringBuilder();
    for (PromptPart part : template.render(messages)) {
      if (part instanceof PromptPart.Text piece) {
        text.append(piece.text());
      } else if (part instanceof PromptPart.Control control) {
        OptionalInt id = vocabulary.added(control.token());
        if (id.isEmpty()) {
          text.append(control.token());
        } else {
          texts.accept(text.toString());
          text.setLength(0);
          controls.accept(id.getAsInt());
        }
      }
    }
    texts.accept(text.toString());
  }

  @Override
  public int leastTokens(String text, int enough) {
    return vocabulary.leastTokens(text, enough);
  }

  @Override
  public int leastTokens(List<ChatMessage> messages, int enough) {
    int[] least = {0};
    render(
        messages,
        text -> least[0] += least[0] > enough ? 0 : vocabulary.leastTokens(text, enough),
        control -> least[0]++);
    return least[0];
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
