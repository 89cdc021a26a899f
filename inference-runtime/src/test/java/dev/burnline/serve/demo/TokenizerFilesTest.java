package dev.burnline.serve.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.burnline.serve.demo.text.Vocabulary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokenizerFilesTest {

  private static HuggingFaceTokenizer tokenizer;

  @BeforeAll
  static void load() throws IOException {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    byte[] json = TokenizerFiles.tokenizer().toString().getBytes(UTF_8);
    tokenizer =
        HuggingFaceTokenizer.newInstance(
            new ByteArrayInputStream(json), Map.of("addSpecialTokens", "false"));
  }

  @AfterAll
  static void close() {
    tokenizer.close();
  }

  @Test
  void everyByteIsATokenWithItsOwnNumber() {
    String text = "Add 7 and 5.\r\n\t\u0000\u007f加减 é🔥 ";
    byte[] bytes = text.getBytes(UTF_8);

    long[] ids = tokenizer.encode(text).getIds();

    assertThat(ids)
        .isEqualTo(
            IntStream.range(0, bytes.length)
                .mapToLong(i -> Byte.toUnsignedInt(bytes[i]))
                .toArray());
    assertThat(tokenizer.decode(ids)).isEqualTo(text);
  }

  @Test
  void theMarksAreTokensOfTheirOwn() {
    assertThat(tokenizer.encode("<|im_start|>a<|im_end|><think></think><|endoftext|>").getIds())
        .containsExactly(
            Vocabulary.MESSAGE_START,
            'a',
            Vocabulary.MESSAGE_END,
            Vocabulary.THINK,
            Vocabulary.THINK_END,
            Vocabulary.END_OF_TEXT);
  }

  @Test
  void theVocabularyIsAsLargeAsTheModels() {
    assertThat(TokenizerFiles.tokenizer().at("/model/vocab")).hasSize(256);
    assertThat(Vocabulary.size()).isEqualTo(261);
  }
}
