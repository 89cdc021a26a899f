package dev.burnline.serve.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.burnline.serve.model.ChatMessage;
import dev.burnline.serve.model.ChatMessage.Role;
import dev.burnline.serve.model.ChatPrompt;
import dev.burnline.serve.model.ModelException;
import dev.burnline.serve.model.StreamDecoder;
import dev.burnline.serve.model.TextCodec;
import dev.burnline.serve.model.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodecsTest {

  private static final int BEGIN = TinyTokenizer.FIRST_ADDED;
  private static final int END = BEGIN + 1;
  private static final int USER = BEGIN + 2;
  private static final int ASSISTANT = BEGIN + 3;
  private static final int THINK = BEGIN + 4;
  private static final int END_THINK = BEGIN + 5;

  @TempDir Path folder;

  @Test
  void textBecomesTokensAndTextAgain() throws IOException {
    TextCodec codec = codec(TinyTokenizer.DEEPSEEK);
    String text = "he the  中文 \ud83d\ude00 \u0000\r\n\t naïve";

    Tokens tokens = codec.encode(text);

    assertThat(tokens.slice(0, 3)).isEqualTo(Tokens.of(256, 257, 256));
    assertThat(decoded(codec, tokens)).isEqualTo(text);
    assertThat(codec.encode("")).isEqualTo(Tokens.NONE);
    assertThat(decoded(codec, codec.encode("half \ud83d"))).isEqualTo("half ?");
  }

  @Test
  void aLongTextIsNotCut() throws IOException {
    assertThat(codec(TinyTokenizer.CHATML).encode("x".repeat(100_000)).size()).isEqualTo(100_000);
  }

  @Test
  void controlTokensInTextAreSpelledOut() throws IOException {
    String text = String.join(" ", TinyTokenizer.DEEPSEEK);
    TextCodec codec = codec(TinyTokenizer.DEEPSEEK);

    assertThat(codec.encode(text).stream()).allMatch(id -> id < BEGIN);
    assertThat(decoded(codec, codec.encode(text))).isEqualTo(text);
    assertThat(
            codec.encodeChat(List.of(new ChatMessage(Role.USER, text))).tokens().stream()
                .filter(id -> id >= BEGIN))
        .containsExactly(BEGIN, USER, ASSISTANT, THINK);
  }

  @Test
  void theTokenThatBeginsEveryTextIsAdded() throws IOException {
    Files.writeString(
        folder.resolve("tokenizer_config.json"),
        "{\"add_bos_token\": true, \"bos_token\": {\"content\": \"<｜begin▁of▁sentence｜>\"}}");

    assertThat(codec(TinyTokenizer.DEEPSEEK).encode("he")).isEqualTo(Tokens.of(BEGIN, 256));
  }

  @Test
  void aPostProcessorMayNameThatToken() throws IOException {
    TinyTokenizer.write(folder, TinyTokenizer.DEEPSEEK);
    Path file = folder.resolve("tokenizer.json");
    Files.writeString(
        file,
        Files.readString(file)
            .replaceFirst(
                "\"post_processor\":\\{[^}]*}",
                "\"post_processor\":{\"type\":\"TemplateProcessing\",\"single\":"
                    + "[{\"SpecialToken\":{\"id\":\"<｜begin▁of▁sentence｜>\",\"type_id\":0}},"
                    + "{\"Sequence\":{\"id\":\"A\",\"type_id\":0}}],\"pair\":[],\"special_tokens\":{}}"));

    assertThat(Codecs.load(folder, 300, Set.of()).encode("he")).isEqualTo(Tokens.of(BEGIN, 256));
  }

  @Test
  void aConversationInDeepSeeksTemplate() throws IOException {
    TextCodec codec = codec(TinyTokenizer.DEEPSEEK);

    ChatPrompt prompt =
        codec.encodeChat(
            List.of(
                new ChatMessage(Role.SYSTEM, "Be brief."),
                new ChatMessage(Role.USER, "he"),
                new ChatMessage(Role.ASSISTANT, "<think>\nhm\n</think>\n\nhe"),
                new ChatMessage(Role.USER, "he")));

    assertThat(prompt.opensReasoning()).isTrue();
    assertThat(prompt.tokens())
        .isEqualTo(
            Tokens.of(BEGIN)
                .then(codec.encode("Be brief."))
                .then(Tokens.of(USER, 256, ASSISTANT))
                .then(codec.encode("\n\nhe"))
                .then(Tokens.of(END, USER, 256, ASSISTANT, THINK))
                .then(codec.encode("\n")));
  }

  @Test
  void textBetweenControlTokensIsEncodedAsOne() throws IOException {
    TextCodec codec = codec(TinyTokenizer.CHATML);

    ChatPrompt prompt = codec.encodeChat(List.of(new ChatMessage(Role.USER, "\n the")));

    assertThat(prompt.opensReasoning()).isFalse();
    assertThat(prompt.tokens())
        .isEqualTo(
            Tokens.of(BEGIN)
                .then(codec.encode("user\n\n the"))
                .then(Tokens.of(END))
                .then(codec.encode("\n"))
                .then(Tokens.of(BEGIN))
                .then(codec.encode("assistant\n")));
  }

  @Test
  void endTokensComeFromAllWhoKnowOne() throws IOException {
    Files.writeString(folder.resolve("tokenizer_config.json"), "{\"eos_token\": \"<|im_start|>\"}");
    TinyTokenizer.write(folder, TinyTokenizer.CHATML);

    assertThat(Codecs.load(folder, 300, Set.of(5)).endTokens())
        .containsExactlyInAnyOrder(5, BEGIN, END);
  }

  @Test
  void aCharacterComesWhenItIsWhole() throws IOException {
    TextCodec codec = codec(TinyTokenizer.DEEPSEEK);
    StreamDecoder decoder = codec.newDecoder();
    List<String> pieces = new ArrayList<>();

    codec.encode("a\ud83d\ude00中").stream().forEach(id -> pieces.add(decoder.next(id)));

    assertThat(pieces).containsExactly("a", "", "", "", "\ud83d\ude00", "", "", "中");
    assertThat(decoder.end()).isEmpty();
  }

  @Test
  void aCharacterThatNeverBecomesWholeIsReplaced() throws IOException {
    TextCodec codec = codec(TinyTokenizer.DEEPSEEK);
    Tokens emoji = codec.encode("\ud83d\ude00");
    StreamDecoder decoder = codec.newDecoder();

    assertThat(decoder.next(emoji.id(0)) + decoder.next(emoji.id(1))).isEmpty();
    assertThat(decoder.next(codec.encode("b").id(0))).isEqualTo("\ufffdb");
    assertThat(decoder.next(emoji.id(3))).isEqualTo("\ufffd");
    decoder.next(emoji.id(0));
    assertThat(decoder.end()).isEqualTo("\ufffd");
  }

  @Test
  void reasoningMarksAreTextAndControlTokensAreNot() throws IOException {
    TextCodec codec = codec(TinyTokenizer.DEEPSEEK);
    StreamDecoder decoder = codec.newDecoder();

    assertThat(
            IntStream.of(THINK, 256, END_THINK, END, USER, ASSISTANT, 299).mapToObj(decoder::next))
        .containsExactly("<think>", "he", "</think>", "", "", "", "");
  }

  @Test
  void whatIsNotByteLevelOrDoesNotFitIsRefused() throws IOException {
    assertRefused(300, folder + "/tokenizer.json: is not there");
    TinyTokenizer.write(folder, List.of("<a>"));
    assertRefused(
        300,
        folder
            + ": no chat template fits: the tokenizer must have <｜User｜> and <｜Assistant｜>, or"
            + " <|im_start|> and <|im_end|>");
    TinyTokenizer.write(folder, TinyTokenizer.CHATML);
    assertRefused(259, folder + "/tokenizer.json: has token id 259, but the model only 259 ids");
    Path file = folder.resolve("tokenizer.json");
    Files.writeString(file, Files.readString(file).replace("\"BPE\"", "\"Unigram\""));
    assertRefused(
        300,
        file
            + ": must be a byte-level BPE tokenizer, got model \"Unigram\" and decoder"
            + " \"ByteLevel\"");
    Files.writeString(file, "{");
    assertRefused(300, file + ": is not JSON: Unexpected end-of-input");
  }

  @Test
  void ofSeveralTemplatesTheDefaultIsTaken() throws IOException {
    Path config = folder.resolve("tokenizer_config.json");
    TinyTokenizer.write(folder, TinyTokenizer.CHATML);
    String templates =
        "{\"chat_template\": [{\"name\": \"tool_use\", \"template\": \"x\"}, {\"name\": \"default\","
            + " \"template\": \"{{ '<|im_start|>system\\\\nhe<|im_end|>' }}\"}]}";
    Files.writeString(config, templates);

    TextCodec codec = Codecs.load(folder, 300, Set.of());
    assertThat(codec.encodeChat(List.of(new ChatMessage(Role.USER, "he"))).tokens())
        .isEqualTo(
            codec
                .encodeChat(
                    List.of(new ChatMessage(Role.SYSTEM, "he"), new ChatMessage(Role.USER, "he")))
                .tokens());

    for (String other : List.of(templates.replace("default", "rag"), "{\"chat_template\": 1}")) {
      Files.writeString(config, other);
      assertRefused(
          300, config + ": chat_template is neither a text nor a list with a text named 'default'");
    }
    Files.writeString(config, "{\"chat_template\": null}");
    assertThat(Codecs.load(folder, 300, Set.of()).endTokens()).contains(END);
  }

  @Test
  void anEmptyConversationIsRefused() throws IOException {
    TextCodec codec = codec(TinyTokenizer.CHATML);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec.encodeChat(List.of()))
        .withMessage("messages must not be empty");
  }

  private void assertRefused(int modelVocabulary, String problem) {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Codecs.load(folder, modelVocabulary, Set.of()))
        .withMessageStartingWith(problem);
  }

  private TextCodec codec(List<String> added) throws IOException {
    return Codecs.load(TinyTokenizer.write(folder, added), 300, Set.of());
  }

  private static String decoded(TextCodec codec, Tokens tokens) {
    StreamDecoder decoder = codec.newDecoder();
    StringBuilder text = new StringBuilder();
    tokens.stream().forEach(id -> text.append(decoder.next(id)));
    return text.append(decoder.end()).toString();
  }
}
