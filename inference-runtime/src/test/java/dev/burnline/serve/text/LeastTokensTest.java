package dev.burnline.serve.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.burnline.serve.model.ChatMessage;
import dev.burnline.serve.model.ChatMessage.Role;
import dev.burnline.serve.model.TextCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeastTokensTest {

  private static final int LONGEST = 128;
  private static final List<String> LETTERS =
      List.of("a", "b", "c", "e", "é", "e\u0301", " ", "\n");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private ObjectNode tokenizer = JSON.createObjectNode();
  private int nextId = TinyTokenizer.FIRST_ADDED + 10;

  /** A tokenizer that composes characters, with random tokens, and with one of 128 letters. */
  @BeforeEach
  void write() throws IOException {
    TinyTokenizer.write(folder, TinyTokenizer.DEEPSEEK);
    tokenizer = (ObjectNode) JSON.readTree(folder.resolve("tokenizer.json").toFile());
    for (String x = "x"; x.length() < LONGEST; x += x) {
      merge(x, x);
    }
    List<String> tokens = new ArrayList<>(List.of("a", "b", "c", "e", "Ã", "©", "Ġ", "Ċ"));
    Random random = new Random(1);
    while (tokens.size() < 200) {
      String left = tokens.get(random.nextInt(tokens.size()));
      String right = tokens.get(random.nextInt(tokens.size()));
      if (left.length() + right.length() <= 12 && !tokens.contains(left + right)) {
        merge(left, right);
        tokens.add(left + right);
      }
    }
  }

  private void merge(String left, String right) {
    ((ObjectNode) tokenizer.at("/model/vocab")).put(left + right, nextId++);
    ((ArrayNode) tokenizer.at("/model/merges")).add(left + " " + right);
  }

  private TextCodec codec() throws IOException {
    Files.writeString(folder.resolve("tokenizer.json"), JSON.writeValueAsString(tokenizer));
    return Codecs.load(folder, nextId, Set.of());
  }

  @Test
  void itIsNeverMoreThanThereAre() throws IOException {
    tokenizer.putObject("normalizer").put("type", "NFC");
    TextCodec codec = codec();
    Random random = new Random(2);
    int least = 0;
    int real = 0;
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      for (int letters = random.nextInt(200); letters > 0; letters--) {
        text.append(LETTERS.get(random.nextInt(LETTERS.size())));
      }
      int tokens = codec.encode(text.toString()).size();
      assertThat(all(codec, text.toString())).as(text.toString()).isBetween(0, tokens);
      List<ChatMessage> chat =
          List.of(
              new ChatMessage(Role.SYSTEM, text.substring(text.length() / 2)),
              new ChatMessage(Role.USER, text.toString()),
              new ChatMessage(Role.ASSISTANT, "abc</think> " + text),
              new ChatMessage(Role.USER, "e"));
      assertThat(codec.leastTokens(chat, 150)).isBetween(1, codec.encodeChat(chat).tokens().size());
      least += all(codec, text.toString());
      real += tokens;
    }
    assertThat(least).as("of " + real + " tokens").isGreaterThan(real / 2);
  }

  @Test
  void oneLongTokenDoesNotHideALongText() throws IOException {
    TextCodec codec = codec();

    assertThat(all(codec, "the x ".repeat(10_000))).isGreaterThan(40_000);
    assertThat(all(codec, "x".repeat(1 << 20))).isEqualTo((1 << 20) / LONGEST);
    assertThat(all(codec, " ".repeat(1 << 20))).isGreaterThan(10_000);
    assertThat(
            codec.leastTokens(List.of(new ChatMessage(Role.ASSISTANT, "d".repeat(5_000))), 4_000))
        .isGreaterThan(4_000);
  }

  @Test
  void itCountsNoFurtherThanIsNeeded() throws IOException {
    TextCodec codec = codec();

    assertThat(codec.leastTokens("d".repeat(5_000), 4_000)).isEqualTo(4_001);
    assertThat(codec.leastTokens("d".repeat(5_000), 5_000)).isEqualTo(5_000);
    assertThat(codec.leastTokens("d".repeat(5_000), 20_000)).as("it surely fits").isZero();
  }

  @Test
  void whereTheTokenizerMayDropTextItSaysNothing() throws IOException {
    String text = "d".repeat(5_000);
    tokenizer.putObject("normalizer").put("type", "Lowercase");
    assertThat(all(codec(), text)).isZero();
    tokenizer.putNull("normalizer");
    assertThat(all(codec(), text)).isEqualTo(5_000);
    ((ObjectNode) tokenizer.at("/model/vocab")).remove("q");
    assertThat(all(codec(), text)).isZero();
  }

  private static int all(TextCodec codec, String text) {
    return codec.leastTokens(text, Math.max(0, 3 * text.length() - 1));
  }
}
