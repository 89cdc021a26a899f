package dev.burnline.serve.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.burnline.serve.model.ModelException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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

  /** The turns of the conversation, as most templates have them. */
  static final String TURNS =
      "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' +"
          + " message['content'] + '<|im_end|>\\n' }}{% endfor %}";

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
                    + " message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n'}}{% endfor %}"))
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
  }

  static Stream<Arguments> templatesOfPublishedModels() {
    return Stream.of(
        arguments(
            "Qwen2-Instruct",
            "You are a helpful assistant.",
            "{% for message in messages %}{% if loop.first and messages[0]['role'] != 'system' %}"
                + "{{ '<|im_start|>system\nYou are a helpful assistant.<|im_end|>\n' }}"
                + "{% endif %}{{'<|im_start|>' + message['role'] + '\n' + message['content'] +"
                + " '<|im_end|>' + '\n'}}{% endfor %}"),
        arguments(
            "Qwen2.5-Instruct",
            "You are Qwen, created by Alibaba Cloud. You are a helpful assistant.",
            QWEN25
                + """
                {%- for message in messages %}
                    {%- if (message.role == "user") or (message.role == "system" and not loop.first) %}
                        {{- '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}
                    {%- elif message.role == "tool" %}
                        {%- if (loop.index0 == 0) or (messages[loop.index0 - 1].role != "tool") %}
                            {{- '<|im_start|>user' }}
                        {%- endif %}
                    {%- endif %}
                {%- endfor %}
                """),
        arguments(
            "Qwen2.5-VL-Instruct",
            "You are a helpful assistant.",
            "{% for message in messages %}{% if loop.first and message['role'] != 'system' %}"
                + "<|im_start|>system\nYou are a helpful assistant.<|im_end|>\n{% endif %}"
                + "<|im_start|>{{ message['role'] }}\n{% if message['content'] is string %}"
                + "{{ message['content'] }}<|im_end|>\n{% endif %}{% endfor %}"),
        arguments(
            "Qwen3",
            "",
            """
            {%- if tools %}
                {{- '<|im_start|>system\\n' }}
                {%- if messages[0].role == 'system' %}
                    {{- messages[0].content + '\\n\\n' }}
                {%- endif %}
                {{- "# Tools\\n\\nYou may call one or more functions<|im_end|>\\n" }}
            {%- else %}
                {%- if messages[0].role == 'system' %}
                    {{- '<|im_start|>system\\n' + messages[0].content + '<|im_end|>\\n' }}
                {%- endif %}
            {%- endif %}
            {%- set ns = namespace(multi_step_tool=true, last_query_index=messages|length - 1) %}
            {%- for message in messages[::-1] %}
                {%- set index = (messages|length - 1) - loop.index0 %}
                {%- if ns.multi_step_tool and message.role == "user" %}
                    {%- set ns.multi_step_tool = false %}
                    {%- set ns.last_query_index = index %}
                {%- endif %}
            {%- endfor %}
            {%- for message in messages %}
                {%- if (message.role == "user") or (message.role == "system" and not loop.first) %}
                    {{- '<|im_start|>' + message.role + '\\n' + content + '<|im_end|>' + '\\n' }}
                {%- elif message.role == "assistant" %}
                    {%- set content = message.content.split('</think>')[-1].lstrip('\\n') %}
                    {{- '<|im_start|>' + message.role + '\\n' + content }}
                {%- endif %}
            {%- endfor %}
            """),
        arguments(
            "SmolLM2-Instruct",
            "You are a helpful AI assistant named SmolLM, trained by Hugging Face",
            "{% for message in messages %}{% if loop.first and messages[0]['role'] != 'system' %}"
                + "{{ '<|im_start|>system\nYou are a helpful AI assistant named SmolLM, trained"
                + " by Hugging Face<|im_end|>\n' }}{% endif %}{{'<|im_start|>' + message['role'] +"
                + " '\n' + message['content'] + '<|im_end|>' + '\n'}}{% endfor %}"),
        arguments(
            "OpenHermes-2.5",
            "",
            "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\n' +"
                + " message['content'] + '<|im_end|>' + '\n'}}{% endfor %}"
                + "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"));
  }

  /** The sources are the parts of these models' templates that bear on the system. */
  @ParameterizedTest
  @MethodSource("templatesOfPublishedModels")
  void aPublishedTemplateIsRead(String model, String message, String source) {
    assertThat(of(source)).as(model).isEqualTo(message);
  }

  static Stream<Arguments> readableMessages() {
    return Stream.of(
        arguments("You are X.", "{{'<|im_start|>system\\n'}}You are X.{{'<|im_end|>'}}"),
        arguments(
            "You are X.\n",
            "{% set s='You are X.' %}{{ '<|im_start|>system\\n' + s + '\\n<|im_end|>' }}"),
        arguments("You're kind.", "<|im_start|>system\nYou're kind.<|im_end|>"),
        arguments("Say \"hi\".", "<|im_start|>system\nSay \"hi\".<|im_end|>"),
        arguments("Write }} so.", "{{ '<|im_start|>system\\nWrite }} so.<|im_end|>' }}"),
        arguments("You are X.", "{{ '<|im_start|>' + 'system\\nYou ' ~ 'are X.<|im_end|>' }}"),
        arguments("A\nB", "<|im_start|>system\r\nA\r\nB<|im_end|>"),
        arguments(
            "You are terse.",
            "{% if messages[0].role != 'system' %}\n"
                + "  <|im_start|>system\nYou are terse.<|im_end|>\n{% endif %}"),
        arguments(
            "You are X.",
            "{%- if messages[0].role == 'system' -%}{%- set s = messages[0].content|trim -%}"
                + "{%- else -%}{%- set s = 'You are X.' -%}{%- endif -%}"
                + "{%- if s -%}\n<|im_start|>system\n{{ s -}}\n<|im_end|>{%- endif -%}"),
        arguments("", "{# {{ '<|im_start|>system\\nYou are X.<|im_end|>' }} #}" + TURNS));
  }

  @ParameterizedTest
  @MethodSource("readableMessages")
  void aMessageThatIsUnderstoodIsReadAsItIsWritten(String message, String source) {
    assertThat(of(source)).isEqualTo(message);
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
        TURNS,
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
        "{% if x %}<|im_start|>system\nYou are terse.<|im_end|>\n{% endif %}",
        "{% set s='You are X.' %}{{ '<|im_start|>system\\n' + s|upper + '<|im_end|>' }}",
        "{% set s='You are X.' %}{{ '<|im_start|>system\\n' + s.replace('X', 'Y') + '<|im_end|>' }}",
        "{% macro s() %}You are X.{% endmacro %}{{ '<|im_start|>system\\n' + s() + '<|im_end|>' }}",
        "{% macro s() %}<|im_start|>system\nYou are X.<|im_end|>{% endmacro %}{{ s() }}",
        "{{ '<|im_start|>system\\n\\N{BULLET}<|im_end|>' }}",
        "{{ '<|im_start|>system\\n' + unknown + '<|im_end|>' }}",
        "{{ ['<|im_start|>system\\nYou are X.<|im_end|>'] | join }}",
        "{% set role = 'sys' ~ tem %}{{ '<|im_start|>' + role + '\\nYou are X.<|im_end|>' }}",
        "{{ '<|im_start|>system: You are X.<|im_end|>' }}",
        "{{ '<|im_start|>system\\nYou are X.' }}",
        "{% raw %}<|im_start|>system\nYou are {{ X }}.<|im_end|>{% endraw %}",
        "{% for m in messages %}<|im_start|>system\nYou are X.<|im_end|>{% endfor %}",
        "{% set n = namespace(a=false) %}{% for m in messages %}{% if n.a %}<|im_start|>system\n"
            + "You are X.<|im_end|>{% endif %}{% set n.a = true %}{% endfor %}",
        TURNS + "<|im_start|>system\nYou are X.<|im_end|>",
        "{% if messages[0].role == 'system' %}{{ '<|im_start|>system\\nYou are X. ' +"
            + " messages[0].content + '<|im_end|>' }}{% endif %}",
        "{% if true %}<|im_start|>system\nYou are X.<|im_end|>{% endfor %}",
        // Qwen3.5
        "{%- macro render_content(content) %}{{- content }}{%- endmacro %}"
            + "{%- if messages[0].role == 'system' %}"
            + "{%- set content = render_content(messages[0].content)|trim %}"
            + "{{- '<|im_start|>system\\n' + content + '<|im_end|>\\n' }}{%- endif %}",
        // LFM2
        "{{- bos_token -}}{%- set ns = namespace(system_prompt=\"\") -%}"
            + "{%- if messages[0][\"role\"] == \"system\" -%}"
            + "{%- set ns.system_prompt = messages[0][\"content\"] -%}"
            + "{%- set messages = messages[1:] -%}{%- endif -%}"
            + "{%- if tools -%}{%- set ns.system_prompt = \"Tools\" -%}{%- endif -%}"
            + "{%- if ns.system_prompt -%}{{- \"<|im_start|>system\\n\" + ns.system_prompt +"
            + " \"<|im_end|>\\n\" -}}{%- endif -%}"
            + TURNS,
        "{{'<|im_start|>system\\n'}}{% if messages[0].role=='system' %}"
            + "{{ messages[0].content }}{% else %}You are X.{% endif %}{{'<|im_end|>'}}",
        "{% set s='X.' %}{% set u='Y.' %}{{ '<|im_start|>system\\n' + s + u + '<|im_end|>' }}",
        "{% set s='You are X.' %}{{ '<|im_start|>system\\n' + (s) + '<|im_end|>' }}",
        "{% set d='You are X.' %}{% set s = d %}{{ '<|im_start|>system\\n' + s + '<|im_end|>' }}",
        "{% set n = namespace(s='X.') %}{{ '<|im_start|>system\\n' + n.s + '<|im_end|>' }}",
        "{% set s %}You are X.{% endset %}{{ '<|im_start|>system\\n' + s + '<|im_end|>' }}",
        "{% set s='X.' %}{{ '<|im_start|>system\\n' + s }}\nBe kind.{{ '<|im_end|>' }}",
        "{{ '<|im_start|>system\\n\\u4f60\\u597d\\x41<|im_end|>' }}",
        "{{ '<|im_start|>system\\nC:\\d<|im_end|>' }}",
        "{{ '<|im_start|>system\\n' + (messages[0]['content'] if messages[0]['role'] =="
            + " 'system' else 'You are terse.') + '<|im_end|>\\n' }}",
        "{{ '<|im_start|>system\\nYou are X.<|im_end|>' + '\\n' if x else '' }}",
        "{{ '<|im_start|>system\\nYou are X.<|im_end|>' | upper }}",
        "{% set b = '<|im_start|>' %}{{ b + 'system\\nYou are X.<|im_end|>' }}",
        "{% if x %}{% set s='You are X.' %}{% endif %}<|im_start|>system\n{{ s }}<|im_end|>",
        "{% for m in messages %}{% set s='X.' %}{% endfor %}<|im_start|>system\n{{ s }}<|im_end|>",
        "{% set s='X.' %}{% set s=messages[0].content %}<|im_start|>system\n{{ s }}<|im_end|>",
        "{% set s='X.' %}{% for s in l %}<|im_start|>system\n{{ s }}<|im_end|>{% endfor %}",
        "{% set s='X.' %}{% set s='Y.' %}<|im_start|>system\n{{ s }}<|im_end|>",
        "{% set s, u = 'X.', 'Y.' %}<|im_start|>system\n{{ s }}<|im_end|>",
        "{% if messages[0].role == 'system' %}<|im_start|>system\nYou are X.<|im_end|>{% endif %}",
        "{% if x or tools %}<|im_start|>system\nYou are X.<|im_end|>{% endif %}",
        "{% if not (x and tools and y) %}<|im_start|>system\nYou are X.<|im_end|>{% endif %}",
        "{% set messages = [{'role': 'system', 'content': 'You are X.'}] + messages %}" + TURNS,
        "{% for m in [{'role': 'system', 'content': 'You are X.'}] %}"
            + "{{ '<|im_start|>' + m.role + '\\n' + m.content + '<|im_end|>' }}{% endfor %}",
        "{% for m in messages %}{% set m = {'role': 'system', 'content': 'You are X.'} %}"
            + "{{ '<|im_start|>' + m.role + '\\n' + m.content + '<|im_end|>' }}{% endfor %}",
        "{% for m in messages + [{'role': 'system', 'content': 'You are X.'}] %}"
            + "{{ '<|im_start|>' + m.role + '\\n' + m.content + '<|im_end|>' }}{% endfor %}",
        "{% for m in messages[1:] %}{% if loop.first %}<|im_start|>system\nX.<|im_end|>{% endif %}"
            + "{% endfor %}",
        "{% include 'turns' %}" + TURNS,
        "{{ '<|im_start|>system\\nYou are X.<|im_end|>'",
        "<|im_start|>system\nYou are X.<|im_start|>user<|im_end|>",
        "{{ f(a + '<|im_start|>system\\nYou are X.<|im_end|>' + b) }}",
        "{{ {'a': {'b': 1}}, '<|im_start|>system\nYou are X.<|im_end|>' }}",
        "<|im_start|>system\nYou are X.<|im_end|><|im_start|>system\nYou are X.<|im_end|>",
      })
  void aMessageThatIsNoLiteralIsRefused(String source) {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> of(source))
        .withMessageStartingWith("model: chat_template, line ")
        .withMessageContaining("cannot tell what the system says by default: ")
        .withMessageEndingWith(
            "; put a chat_template.jinja into the folder that has it there as one literal");
  }

  @Test
  void aRefusalNamesThePlace() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(
            () -> of("{{ '<|im_start|>system\\n' }}\nToday is\n{{ date }}.{{ '<|im_end|>' }}"))
        .withMessageContaining("line 3: cannot tell what the system says by default: date;");
  }

  @Test
  void aTemplateThatGrowsWithoutEndIsRefusedAtOnce() {
    String doubled = "{% set s = s ~ s %}".repeat(64);
    String loops = "{% for m in messages %}".repeat(200) + "x" + "{% endfor %}".repeat(200);
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(
            () ->
                of(
                    "{% set s = 'long' %}"
                        + doubled
                        + loops
                        + "<|im_start|>system\n{{ s }}<|im_end|>"));
  }
}
