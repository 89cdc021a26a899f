package dev.burnline.serve.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.burnline.serve.model.ModelException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Encodes text that is nothing but text. Thread-safe. */
final class PlainText {

  private static final Map<String, String> OPTIONS =
      Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");

  private final HuggingFaceTokenizer tokenizer;

  private PlainText(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  static PlainText of(Vocabulary vocabulary) throws IOException {
    // The native library comes from the jar; nothing is fetched.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    try {
      return new PlainText(
          HuggingFaceTokenizer.newInstance(
              new ByteArrayInputStream(vocabulary.plainTokenizer().getBytes(UTF_8)), OPTIONS));
    } catch (RuntimeException e) {
      throw new ModelException(Vocabulary.FILE + " cannot be used: " + e.getMessage(), e);
    }
  }

  /** Returns the ids of a text; half of a surrogate pair is a question mark. */
  IntStream encode(String text) {
    if (text.isEmpty()) {
      return IntStream.empty();
    }
    String whole = new String(text.getBytes(UTF_8), UTF_8);
    return LongStream.of(tokenizer.encode(whole, false, false).getIds()).mapToInt(Math::toIntExact);
  }
}
