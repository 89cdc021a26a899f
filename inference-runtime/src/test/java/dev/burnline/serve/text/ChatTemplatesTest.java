package dev.burnline.serve.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.burnline.serve.model.ChatMessage;
import dev.burnline.serve.model.ChatMessage.Role;
import dev.burnline.serve.model.ModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The expected strings are what the published templates render. */
class ChatTemplatesTest {

  private static final List<ChatMessage> HELLO =
      List.of(new ChatMessage(Role.USER, "Hello, how are you?"));
  private static final List<ChatMessage> LONGER =
      List.of(
          new ChatMessage(Role.SYSTEM, "You are terse."),
          new ChatMessage(Role.USER, "1+1?"),
          new ChatMessage(Role.ASSISTANT, "<think>\nEasy.\n</think>\n\n2"),
          new ChatMessage(Role.USER, "And 2+2?"));
  private static final String DEEPSEEK_SOURCE =
      "{% if '</think>' in content %}{% set content = content.split('</think>')[-1] %}{% endif"
          + " %}{{'<｜Assistant｜>' + content + '<｜end▁of▁sentence｜>'}}{% if add_generation_prompt"
          + " and not ns.is_tool %}{{'<｜Assistant｜><think>\\n"
          + "'}}{% endif %}";
  private static final String QWEN25_SOURCE = DefaultSystemTest.QWEN25 + DefaultSystemTest.TURNS;

  @TempDir Path folder;

  @Test
  void deepSeekOpensTheReasoningAndForgetsWhatWasThoughtBefore() throws IOException {
    ChatTemplate template = choose(TinyTokenizer.DEEPSEEK, DEEPSEEK_SOURCE);

    assertThat(template.opensReasoning()).isTrue();
    assertThat(template.endToken()).isEqualTo("<｜end▁of▁sentence｜>");
    assertThat(rendered(template, HELLO))
        .isEqualTo("<｜begin▁of▁sentence｜><｜User｜>Hello, how are you?<｜Assistant｜><think>\n");
    assertThat(rendered(template, LONGER))
        .isEqualTo(
            "<｜begin▁of▁sentence｜>You are terse.<｜User｜>1+1?<｜Assistant｜>\n\n2"
                + "<｜end▁of▁sentence｜><｜User｜>And 2+2?<｜Assistant｜><think>\n");
  }

  @Test
  void deepSeeksFirstTemplateLeftTheThinkingToTheModel() throws IOException {
    ChatTemplate template =
        choose(TinyTokenizer.DEEPSEEK, DEEPSEEK_SOURCE.replace("<think>\\n", ""));

    assertThat(template.opensReasoning()).isFalse();
    assertThat(rendered(template, HELLO))
        .isEqualTo("<｜begin▁of▁sentence｜><｜User｜>Hello, how are you?<｜Assistant｜>");
  }

  @Test
  void withoutASourceTheTokensSay() throws IOException {
    assertThat(choose(TinyTokenizer.DEEPSEEK, "")).isEqualTo(new DeepSeekTemplate(true));
    assertThat(choose(TinyTokenizer.CHATML, "")).isEqualTo(new ChatMlTemplate("", false, false));
  }

  @Test
  void severalSystemMessagesAreJoined() {
    assertThat(
            rendered(
                new DeepSeekTemplate(true),
                List.of(
                    new ChatMessage(Role.SYSTEM, "a"),
                    new ChatMessage(Role.USER, "u"),
                    new ChatMessage(Role.SYSTEM, "b"))))
        .isEqualTo("<｜begin▁of▁sentence｜>a\n\nb<｜User｜>u<｜Assistant｜><think>\n");
  }

  @Test
  void qwenSaysWhoItIsWhenNobodyElseDoes() throws IOException {
    ChatTemplate template = choose(TinyTokenizer.CHATML, QWEN25_SOURCE);

    assertThat(template.endToken()).isEqualTo("<|im_end|>");
    assertThat(rendered(template, HELLO))
        .isEqualTo(
            """
            <|im_start|>system
            You are Qwen, created by Alibaba Cloud. You are a helpful assistant.<|im_end|>
            <|im_start|>user
            Hello, how are you?<|im_end|>
            <|im_start|>assistant
            """);
    assertThat(rendered(template, LONGER))
        .isEqualTo(
            """
            <|im_start|>system
            You are terse.<|im_end|>
            <|im_start|>user
            1+1?<|im_end|>
            <|im_start|>assistant
            <think>
            Easy.
            </think>

            2<|im_end|>
            <|im_start|>user
            And 2+2?<|im_end|>
            <|im_start|>assistant
            """);
  }

  @Test
  void aChatMlModelThatReasonsMayOpenTheReasoningToo() throws IOException {
    ChatTemplate template =
        choose(
            TinyTokenizer.CHATML,
            "{%- set content = message.content.split('</think>')[-1].lstrip('\\n') %}"
                + "{{- '<|im_start|>assistant\\n<think>\\n' }}");

    assertThat(template).isEqualTo(new ChatMlTemplate("", true, true));
    assertThat(rendered(template, LONGER))
        .endsWith(
            """
            <|im_start|>assistant
            2<|im_end|>
            <|im_start|>user
            And 2+2?<|im_end|>
            <|im_start|>assistant
            <think>
            """);
  }

  @Test
  void aSourceOfAnotherTemplateIsRefused() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> choose(TinyTokenizer.CHATML, "[INST] {{ content }} [/INST]"))
        .withMessageEndingWith("and chat_template must use them");
  }

  private ChatTemplate choose(List<String> tokens, String source) throws IOException {
    TinyTokenizer.write(folder, tokens);
    return ChatTemplates.choose(folder, Vocabulary.read(folder), source);
  }

  private static String rendered(ChatTemplate template, List<ChatMessage> messages) {
    StringBuilder text = new StringBuilder();
    for (PromptPart part : template.render(messages)) {
      if (part instanceof PromptPart.Text piece) {
        text.append(piece.text());
      } else if (part instanceof PromptPart.Control control) {
        text.append(control.token());
      }
    }
    return text.toString();
  }
}
