package dev.burnline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.serve.event.Prompt;
import dev.burnline.serve.model.ChatMessage;
import dev.burnline.serve.model.ChatMessage.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskTest {

  private static Prompt chat(ChatMessage... messages) {
    return Prompt.of(new Ask.Chat(List.of(messages)));
  }

  @Test
  void aChatIsDigestedAsItsTextsWithALineEndBetweenThem() {
    Prompt prompt =
        chat(
            new ChatMessage(Role.SYSTEM, ""),
            new ChatMessage(Role.USER, "字"),
            new ChatMessage(Role.ASSISTANT, "b"));

    assertThat(prompt.sha256()).isEqualTo(Prompt.of("\n字\nb").sha256());
    assertThat(prompt.chars()).isEqualTo(4);
    assertThat(prompt.truncated()).isEqualTo("字");
  }

  @Test
  void theExcerptIsOfWhatTheUserSaidLast() {
    assertThat(
            chat(
                    new ChatMessage(Role.USER, "first"),
                    new ChatMessage(Role.ASSISTANT, "answer"),
                    new ChatMessage(Role.USER, "second"),
                    new ChatMessage(Role.ASSISTANT, "<think>"))
                .truncated())
        .isEqualTo("second");
  }

  @Test
  void withoutAUserTheExcerptIsHowItAllBegins() {
    ChatMessage system = new ChatMessage(Role.SYSTEM, "a");

    assertThat(chat(system, new ChatMessage(Role.ASSISTANT, "b")).truncated()).isEqualTo("a\nb");
    assertThat(
            chat(
                    system,
                    new ChatMessage(Role.ASSISTANT, "x".repeat(5_000)),
                    new ChatMessage(Role.SYSTEM, "z"))
                .truncated())
        .isEqualTo("a\n" + "x".repeat(198) + "...");
  }
}
