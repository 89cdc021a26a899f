package dev.burnline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatTest {

  private static final String HELLO = "{\"messages\":[{\"role\":\"user\",\"content\":\"hi you\"}]}";

  @TempDir private Path folder;

  @Test
  void aChatIsAnsweredWithUsageAndHeadersAndALogLine() throws Exception {
    try (TestServer server = TestServer.start(folder)) {
      HttpResponse<String> response =
          server.send(
              server.json("/v1/chat/completions", HELLO).header("x-request-id", "my-request.1"));
      assertThat(response.statusCode()).isEqualTo(200);
      JsonNode answer = TestServer.json(response);
      assertThat(answer.path("object").asText()).isEqualTo("chat.completion");
      assertThat(answer.path("id").asText()).isEqualTo("chatcmpl-my-request.1");
      assertThat(answer.path("model").asText()).isEqualTo("fake");
      JsonNode choice = answer.path("choices").path(0);
      assertThat(choice.path("message").path("content").asText()).isEqualTo("echo user:hi you\n");
      assertThat(choice.path("message").has("reasoning_content")).isFalse();
      assertThat(choice.path("finish_reason").asText()).isEqualTo("stop");
      assertThat(answer.path("usage").path("prompt_tokens").asInt()).isEqualTo(12);
      assertThat(answer.path("usage").path("completion_tokens").asInt()).isEqualTo(3);
      assertThat(answer.path("usage").path("total_tokens").asInt()).isEqualTo(15);
      assertThat(response.headers().firstValue("x-request-id")).contains("my-request.1");
      assertThat(response.headers().firstValue("x-prompt-tokens")).contains("12");
      assertThat(response.headers().firstValue("x-generated-tokens")).contains("3");
      assertThat(response.headers().map())
          .containsKeys("x-queue-time", "x-inference-time", "x-time-per-token");

      List<JsonNode> lines = server.lines();
      assertThat(lines).hasSize(2);
      assertThat(lines.get(0).path("event").asText()).isEqualTo("request.received");
      JsonNode line = lines.get(1);
      assertThat(line.path("request_id").asText()).isEqualTo("my-request.1");
      assertThat(line.path("status").asText()).isEqualTo("success");
      assertThat(line.path("http_status").asInt()).isEqualTo(200);
      assertThat(line.path("operation").asText()).isEqualTo("chat");
      assertThat(line.path("route").asText()).isEqualTo("/v1/chat/completions");
      assertThat(line.path("prompt_truncated").asText()).isEqualTo("hi you");
      assertThat(line.path("response_truncated").asText()).isEqualTo("echo user:hi you\n");
      assertThat(line.path("input_tokens").asInt()).isEqualTo(12);
      assertThat(line.path("output_tokens").asInt()).isEqualTo(3);
      assertThat(line.path("finish_reason").asText()).isEqualTo("stop");
      assertThat(line.path("repetition_ratio").isNumber()).isTrue();
      assertThat(line.path("ttft_ms").isNumber()).isTrue();
    }
  }
}
