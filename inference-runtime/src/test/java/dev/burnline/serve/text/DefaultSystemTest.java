package dev.burnline.serve.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.burnline.serve.model.ModelException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sources are the beginnings of published templates, or bear their form. */
class DefaultSystemTest {

  /** In Qwen2.5's template the message stands twice, once for tools. */
  static final String QWEN25 =
      """
      {%- if tools %}
          {{- '<|im_start|>system\\n' }}
          {%- if messages[0]['role'] == 'system' %}
              {{- messages[0]['content'] }}
          {%- else %}
              {{- 'You are Qwen, created by Alibaba Cloud. You are a helpful assistant.' }}
          {%- endif %}
          {{- "\\n\\n# Tools\\n\\nYou may call one or more functions.\\n</tools><|im_end|>\\n" }}
      {%- else %}
          {%- if messages[0]['role'] == 'system' %}
              {{- '<|im_start|>system\\n' + messages[0]['content'] + '<|im_end|>\\n' }}
          {%- else %}
              {{- '<|im_start|>system\\nYou are Qwen, created by Alibaba Cloud. You are a helpful assistant.<|im_end|>\\n' }}
          {%- endif %}
      {%- endif %}
      """;

  private static String of(String source) {
    return DefaultSystem.of(Path.of("model"), source);
  }

  @Test
  void theMessageIsTheLiteralOfTheSystemsTurn() {
    assertThat(of(QWEN25))
        .isEqualTo("You are Qwen, created by Alibaba Cloud. You are a helpful assistant.");
    assertThat(
            of(
                "{% for message in messages %}{% if loop.first and messages[0]['role'] != 'system'"
                    + " %}{{ '<|im_start|>system\nYou are a helpful AI assistant named SmolLM,"
                    + " trained by Hugging Face<|im_end|>\n' }}{% endif %}{{'<|im_start|>' +"
                    + " message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n'}}"))
        .isEqualTo("You are a helpful AI assistant named SmolLM, trained by Hugging Face");
    assertThat(
            of(
                QWEN25.replace(
                    "You are Qwen, created by Alibaba Cloud. You are a helpful assistant.",
                    "Please reason step by step, and put your final answer within \\\\boxed{}.")))
        .isEqualTo("Please reason step by step, and put your final answer within \\boxed{}.");
    assertThat(of("{{ \"<|im_start|>system\\nIt's \\\"me\\\".\\nYes.<|im_end|>\\n\" }}"))
        .isEqualTo("It's \"me\".\nYes.");
    assertThat(
            of("{% if tools is none %}{{ '<|im_start|>system\\nNo tools.<|im_end|>' }}{% endif %}"))
        .isEqualTo("No tools.");
    String longOne = "It's \n".repeat(2_000);
    assertThat(of("{{ \"<|im_start|>system\\n" + longOne + "<|im_end|>\" }}")).isEqualTo(longOne);
    assertThat(of("{% if x %}<|im_start|>system\nYou are terse.<|im_end|>\n{% endif %}"))
        .isEqualTo("You are terse.");
  }

  @Test
  void theMessageMayBeTheLiteralOfAVariable() {
    assertThat(
            of(
                "{% set system_message = 'You are a helpful assistant.' %}{% if"
                    + " messages[0]['role'] == 'system' %}{% set system_message ="
                    + " messages[0]['content'] %}{% endif %}{% if system_message is defined %}{{"
                    + " '<|im_start|>system\\n' + system_message + '<|im_end|>\\n' }}{% endif %}"))
        .isEqualTo("You are a helpful assistant.");
    for (String turn :
        List.of(
            "<|im_start|>system\n{{ s }}<|im_end|>",
            "{{ '<|im_start|>system\\n' }}{{ s }}{{ '<|im_end|>' }}",
            "{{ '<|im_start|>system\\n' + s.strip() + '<|im_end|>' }}",
            "{{ \"<s><|im_start|>system\\n\" + s + \"<|im_end|>\" }}")) {
      assertThat(of("{% set s = 'Be kind.' %}" + turn)).as(turn).isEqualTo("Be kind.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' }}",
        "{%- if messages[0].role == 'system' %}{{- '<|im_start|>system\\n' + messages[0].content +"
            + " '<|im_end|>\\n' }}{%- endif %}",
        "{%- if tools %}{{- '<|im_start|>system\\n' }}{%- if messages[0].role == 'system' %}{{-"
            + " messages[0].content + '\\n\\n' }}{%- endif %}{{- \"# Tools<|im_end|>\\n\" }}"
            + "{%- else %}{{- '<|im_start|>system\\n' + messages[0].content + '<|im_end|>\\n' }}"
            + "{%- endif %}",
        "{% set s = '' %}{{ '<|im_start|>system\\n' + s + '<|im_end|>' }}",
        "<|im_start|>system\n{{ messages[0]['content'] }}<|im_end|>",
      })
  void aTemplateThatOnlySaysWhatItIsGivenHasNone(String source) {
    assertThat(of(source)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ '<|im_start|>system\\n' + (messages[0]['content'] if messages[0]['role'] == 'system'"
            + " else 'You are terse.') + '<|im_end|>\\n' }}",
        "{{ '<|im_start|>system\\nToday is ' + date + '.<|im_end|>\\n' }}",
        "{{ '<|im_start|>system\\n' }}{% if not given %}{{ 'You are terse.' }}{% endif %}"
            + "{{ '<|im_end|>' }}",
        "{% set s = 'You are ' + name %}{{ '<|im_start|>system\\n' + s + '<|im_end|>' }}",
        "{% if a %}{{ '<|im_start|>system\\nA.<|im_end|>' }}{% else %}"
            + "{{ '<|im_start|>system\\nB.<|im_end|>' }}{% endif %}",
        "<|im_start|>system\nToday is {{ date }}.<|im_end|>",
        "<|im_start|>system\n{% if date %}Today.{% endif %}You are X.<|im_end|>",
        "{% if never %}{% set s = 'You are X.' %}{% else %}{% set s = false %}{% endif %}"
            + "{% if s != false %}{{ '<|im_start|>system\\n' + s + '<|im_end|>' }}{% endif %}",
      })
  void aMessageThatIsNoLiteralIsRefused(String source) {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> of(source))
        .withMessageStartingWith(
            "model: chat_template has a default system message that is not one literal: ");
  }
}
