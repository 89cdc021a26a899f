package dev.burnline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenAiClientTest {

  @TempDir private Path folder;

  @Test
  void openAisOwnClientIsContent() throws Exception {
    NodeScript script = NodeScript.install();
    try (TestServer server = TestServer.start(folder)) {
      JsonNode seen = script.run("openai-client.js", server.uri("/v1").toString());
      assertThat(seen.path("models").path(0).asText()).isEqualTo("fake");
      assertThat(seen.path("whole").asText()).isEqualTo("echo user:hello\n");
      assertThat(seen.path("wholeReason").asText()).isEqualTo("stop");
      assertThat(seen.path("usage").asInt()).isEqualTo(13);
      assertThat(seen.path("requestId").asInt()).isEqualTo(32);
      assertThat(seen.path("streamed").asText()).isEqualTo("echo user:#think\n");
      assertThat(seen.path("reasoning").asText()).isEqualTo("let me think");
      assertThat(seen.path("streamUsage").asInt()).isEqualTo(3);
      assertThat(seen.path("helper").asText()).isEqualTo("echo user:helper\n");
      assertThat(seen.path("text").asText()).isEqualTo("echo once");
      assertThat(seen.path("wrong").path("name").asText()).isEqualTo("BadRequestError");
      assertThat(seen.path("wrong").path("param").asText()).isEqualTo("temperature");
      assertThat(seen.path("notFound").path("code").asText()).isEqualTo("model_not_found");
      assertThat(seen.path("busy").path("name").asText()).isEqualTo("RateLimitError");
      assertThat(seen.path("broken").path("code").asText()).isEqualTo("cuda_oom");
      assertThat(server.finished())
          .anyMatch(line -> line.path("error_type").asText().equals("client_disconnect"));
    }
  }
}
