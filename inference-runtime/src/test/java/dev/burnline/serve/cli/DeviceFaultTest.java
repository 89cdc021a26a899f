package dev.burnline.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceFaultTest {

  @TempDir private Path folder;

  @Test
  void afterADeviceFaultTheServerIsUnhealthyUntilAStepSucceeds() throws Exception {
    try (Running server =
        Running.start(new FaultyServer.Source(), "--log-dir", folder.toString())) {
      assertThat(get(server, "health").statusCode()).isEqualTo(200);
      assertThat(chat(server, "#fault").statusCode()).isEqualTo(500);
      assertThat(get(server, "health").statusCode()).isEqualTo(503);
      assertThat(get(server, "health").body())
          .contains("the device failed: CUDA error: an illegal memory access");
      assertThat(chat(server, "hi").statusCode()).isEqualTo(200);
      assertThat(get(server, "health").statusCode()).isEqualTo(200);

      assertThat(chat(server, "#fault").statusCode()).isEqualTo(500);
      while (get(server, "ready").statusCode() != 200) {
        Thread.onSpinWait(); // The request that failed is at work still, so nothing is probed.
      }
      assertThat(get(server, "health").statusCode()).isEqualTo(200);
    }
  }

  private static HttpResponse<String> get(Running server, String path)
      throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(server.url() + path)));
  }

  private static HttpResponse<String> chat(Running server, String prompt)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(server.url() + "v1/chat/completions"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}".formatted(prompt))));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
