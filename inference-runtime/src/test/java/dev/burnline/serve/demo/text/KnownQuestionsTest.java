package dev.burnline.serve.demo.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KnownQuestionsTest {

  @Test
  void aBlockIsOneAnswerToSeveralQuestions() {
    assertThat(KnownQuestions.parse("? Hi\n? Hello\n# A greeting.\n! Hey!\n\n? 你好\n# 打招呼。\n! 好\n"))
        .containsExactly(
            new Conversation("Hi", "A greeting.", "Hey!"),
            new Conversation("Hello", "A greeting.", "Hey!"),
            new Conversation("你好", "打招呼。", "好"));
  }

  @Test
  void aBlockWithoutAnAnswerIsRefused() {
    assertThatThrownBy(() -> KnownQuestions.parse("? Hi\n# A greeting."))
        .hasMessage("no line '!' in [? Hi, # A greeting.]");
  }

  @Test
  void everyQuestionIsThereOnceInBothLanguages() {
    assertThat(KnownQuestions.all())
        .extracting(Conversation::question)
        .doesNotHaveDuplicates()
        .contains("What is the capital of France?", "法国的首都是哪里？")
        .hasSizeGreaterThan(100);
  }
}
