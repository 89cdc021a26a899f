package dev.burnline.serve.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.burnline.serve.event.Prompt;
import dev.burnline.serve.event.RequestParameters;
import dev.burnline.serve.event.SampleEvents;
import dev.burnline.serve.model.ChatMessage;
import dev.burnline.serve.model.ChatMessage.Role;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    assertThat(prompt.sha256()).isEqualTo(SampleEvents.prompt("\n字\nb").sha256());
    assertThat(prompt.chars()).isEqualTo(4);
    assertThat(prompt.truncated()).isEqualTo("字");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ", \"stream\": true, \"stream_options\": {\"include_usage\": true}",
        ", \"stream\": false, \"model\": \"m\", \"max_tokens\": 7",
        ", \"stream\": null, \"max_tokens\": 7, \"max_completion_tokens\": 9, \"seed\": -3",
        ", \"temperature\": 1, \"top_p\": 0.25, \"top_k\": 5, \"seed\": null",
        ", \"temperature\": 0, \"top_p\": 1, \"seed\": 9223372036854775807, \"stop\": [\"x\"]"
      })
  void whatAValidRequestAsksForIsLoggedAsItWasSent(String more) throws ApiException {
    String text = "{\"messages\": [{\"role\": \"user\", \"content\": \"hi\"}]" + more + "}";
    ObjectNode body = JsonBody.parse(new ByteArrayInputStream(text.getBytes(UTF_8)));
    AskReader reader = new AskReader(Route.CHAT, body, 100);

    RequestParameters asked =
        Asked.of(Route.CHAT, reader.ask(reader.prompt()), "m", Optional.of("team-a"));

    assertThat(asked).isEqualTo(Asked.parameters(Route.CHAT, body, "m", Optional.of("team-a")));
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
