package dev.burnline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatPageTest {

  @TempDir private Path folder;

  @Test
  void aPersonChatsStopsAndReadsWhatWentWrong() throws Exception {
    NodeScript script = NodeScript.install();
    String browser = NodeScript.need("chromium", "chromium-browser", "google-chrome");
    Path pictures = Path.of(System.getProperty("burnline.pictures", folder.toString()));
    try (TestServer server = TestServer.start(folder)) {
      JsonNode seen =
          script.run("chat-page.js", server.uri("/").toString(), browser, pictures.toString());
      assertThat(seen.path("errors")).isEmpty();
      assertThat(seen.path("model").asText()).isEqualTo("fake");
      assertThat(seen.path("answer").asText())
          .isEqualTo("echo user:#think <img src=x onerror=alert(1)> 你好\n");
      assertThat(seen.path("images").asInt()).as("text stays text").isZero();
      assertThat(seen.path("reasoningShown").asBoolean()).as("folded at first").isFalse();
      assertThat(seen.path("reasoning").asText()).isEqualTo("let me think");
      assertThat(seen.path("figures").asText())
          .matches("[0-9]+ tokens · [0-9.]+ tokens/s · request [0-9a-f]{32}");
      assertThat(seen.path("button").asText()).isEqualTo("Stop");
      assertThat(seen.path("stopped").asText()).contains("stopped");
      assertThat(seen.path("escaped").asText()).contains("stopped");
      assertThat(seen.path("failure").asText()).isEqualTo("The server failed. failed");
      assertThat(seen.path("busy").asText()).startsWith("The server is busy.");
      assertThat(seen.path("kept").asText()).isEqualTo("#reject:overloaded");
      assertThat(seen.path("settings").asBoolean()).isTrue();
      assertThat(seen.path("overflow").asInt()).as("nothing sticks out at 390 px").isZero();
      assertThat(seen.path("focus").asText()).isEqualTo("question");
      assertThat(server.finished())
          .filteredOn(line -> line.path("error_type").asText().equals("client_disconnect"))
          .hasSize(2);
    }
  }
}
