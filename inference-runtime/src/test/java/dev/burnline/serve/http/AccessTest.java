package dev.burnline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.burnline.serve.settings.ApiKeys;
import dev.burnline.serve.settings.Limits;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {

  private static final String KEY = "secret-key-of-team-a";

  @TempDir private Path folder;

  @Test
  void aKeyIsAskedForAndItsTenantStandsInLogAndMetrics() throws Exception {
    ApiKeys keys = ApiKeys.of(Map.of(KEY, "team-a", "another-key", ""));
    try (TestServer server = TestServer.start(folder, Limits.DEFAULT, keys).loaded()) {
      HttpResponse<String> none = server.chat(ChatTest.asking("hi"));
      assertThat(none.statusCode()).isEqualTo(401);
      assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer");
      assertThat(TestServer.json(none).path("error").path("code").asText())
          .isEqualTo("missing_api_key");
      HttpResponse<String> wrong = server.send(authorized(server, "Bearer " + KEY + "x"));
      assertThat(wrong.statusCode()).isEqualTo(401);
      assertThat(wrong.body()).doesNotContain(KEY);
      HttpResponse<String> right = server.send(authorized(server, "bearer " + KEY));
      assertThat(right.statusCode()).isEqualTo(200);
      assertThat(server.finished(ChatTest.id(right)).path("tenant").asText()).isEqualTo("team-a");
      JsonNode refused = server.finished(ChatTest.id(wrong));
      assertThat(refused.path("http_status").asInt()).isEqualTo(401);
      assertThat(refused.path("status").asText()).isEqualTo("rejected");
      assertThat(server.get("/v1/models").statusCode()).isEqualTo(401);
      for (String open : new String[] {"/", "/health", "/ready"}) {
        assertThat(server.get(open).statusCode()).isEqualTo(200);
      }
      assertThat(server.get("/metrics").body()).contains("tenant=\"team-a\"");
      assertThat(Files.readString(folder.resolve("app.log"))).doesNotContain(KEY);
    }
  }

  @Test
  void aRequestThatIsRefusedUnreadIsLoggedAndCountedWithWhatIsKnownOfIt() throws Exception {
    ApiKeys keys = ApiKeys.of(Map.of(KEY, "team-a"));
    try (TestServer server = TestServer.start(folder, Limits.DEFAULT, keys)) {
      assertThat(known(server, server.send(authorized(server, "Bearer x"))))
          .isEqualTo("401 chat /v1/chat/completions model - tenant -");
      assertThat(known(server, server.send(authorized(server, "Bearer " + KEY))))
          .isEqualTo("503 chat /v1/chat/completions model - tenant team-a");
      server.loaded();
      assertThat(known(server, server.send(authorized(server, "Bearer x"))))
          .isEqualTo("401 chat /v1/chat/completions model fake tenant -");
      assertThat(known(server, server.send(authorized(server, "Bearer " + KEY).PUT(empty()))))
          .isEqualTo("405 chat /v1/chat/completions model fake tenant team-a");
      for (String body :
          new String[] {"{", "[]", "{\"stream\":true}", "\"" + "x".repeat(2 << 20)}) {
        HttpRequest.Builder request =
            server.json("/v1/completions", body).header("Authorization", "Bearer " + KEY);
        assertThat(known(server, server.send(request)))
            .isIn(
                "400 text_completion /v1/completions model fake tenant team-a",
                "413 text_completion /v1/completions model fake tenant team-a");
      }
      assertThat(known(server, server.send(text(server))))
          .isEqualTo("415 text_completion /v1/completions model fake tenant team-a");
      server.backend().drain();
      assertThat(known(server, server.send(authorized(server, "Bearer " + KEY))))
          .isEqualTo("503 chat /v1/chat/completions model fake tenant team-a");
      assertThat(server.get("/metrics").body())
          .contains(
              "requests_finished_total{error_type=\"malformed_json\",finish_reason=\"\","
                  + "model=\"fake\",route=\"/v1/completions\",service=\"test\","
                  + "status=\"rejected\",tenant=\"team-a\"} 2.0");
    }
  }

  private static HttpRequest.BodyPublisher empty() {
    return HttpRequest.BodyPublishers.noBody();
  }

  private static HttpRequest.Builder text(TestServer server) {
    return server
        .json("/v1/completions", "{}")
        .header("Authorization", "Bearer " + KEY)
        .setHeader("Content-Type", "text/plain");
  }

  /** Returns what the line of a request says of it. */
  private static String known(TestServer server, HttpResponse<String> response) throws IOException {
    JsonNode line = server.finished(ChatTest.id(response));
    return "%d %s %s model %s tenant %s"
        .formatted(
            line.path("http_status").asInt(),
            line.path("operation").asText("-"),
            line.path("route").asText("-"),
            line.path("model").asText("-"),
            line.path("tenant").asText("-"));
  }

  private static HttpRequest.Builder authorized(TestServer server, String header) {
    return server
        .json("/v1/chat/completions", ChatTest.asking("hi"))
        .header("Authorization", header);
  }

  @Test
  void whileTheModelLoadsThePortIsOpenAndRequestsAreToldToWait() throws Exception {
    try (TestServer server = TestServer.start(folder, Limits.DEFAULT, ApiKeys.NONE)) {
      assertThat(server.get("/health").statusCode()).isEqualTo(200);
      HttpResponse<String> ready = server.get("/ready");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).contains("the model is loading");
      HttpResponse<String> chat = server.chat(ChatTest.asking("hi"));
      assertThat(chat.statusCode()).isEqualTo(503);
      assertThat(chat.headers().firstValue("Retry-After")).isPresent();
      assertThat(TestServer.json(chat).path("error").path("code").asText())
          .isEqualTo("model_loading");
      server.loaded();
      assertThat(server.get("/ready").statusCode()).isEqualTo(200);
      assertThat(server.engine().requests()).hasSize(1);
      assertThat(server.get("/ready").statusCode()).isEqualTo(200);
      assertThat(server.engine().requests()).as("the finding is kept").hasSize(1);
      server.backend().drain();
      assertThat(server.get("/ready").body()).contains("shutting down");
      HttpResponse<String> late = server.chat(ChatTest.asking("hi"));
      assertThat(server.finished(ChatTest.id(late)).path("error_type").asText())
          .isEqualTo("shutdown");
    }
  }

  @Test
  void whoIsRefusedByAServerAtItsEndIsSentToAnother() throws Exception {
    ApiKeys keys = ApiKeys.of(Map.of(KEY, "team-a"));
    try (TestServer server = TestServer.start(folder, Limits.DEFAULT, keys).loaded()) {
      assertThat(closes(server.send(authorized(server, "Bearer x")))).isFalse();
      HttpRequest.Builder queued =
          server
              .json("/v1/chat/completions", ChatTest.asking("#reject:shutdown"))
              .header("Authorization", "Bearer " + KEY);
      assertThat(closes(server.send(queued))).isTrue();
      server.backend().drain();
      assertThat(closes(server.send(authorized(server, "Bearer " + KEY)))).isTrue();
      assertThat(closes(server.send(authorized(server, "Bearer x")))).isTrue();
      assertThat(closes(server.get("/ready"))).isTrue();
    }
  }

  private static boolean closes(HttpResponse<String> response) {
    return response.headers().firstValue("Connection").equals(Optional.of("close"));
  }

  @Test
  void anEngineAtWorkIsReadyHoweverSlowItsSteps() throws Exception {
    try (TestServer server = TestServer.start(folder);
        Socket busy = Raw.post(server.port(), ChatTest.asking("#hang"), "busy")) {
      TestServer.await(() -> server.engine().load().running() > 0);
      server.engine().stopSteppingFor(Duration.ofSeconds(30));

      assertThat(server.get("/ready").statusCode()).isEqualTo(200);
      assertThat(server.engine().requests()).as("no probe waits behind it").hasSize(1);
      assertThat(busy.isConnected()).isTrue();
    }
  }

  @Test
  void aWedgedEngineIsNeitherReadyNorHealthy() throws Exception {
    try (TestServer server = TestServer.start(folder)) {
      server.engine().stopSteppingFor(Duration.ofMinutes(2));
      assertThat(server.get("/ready").body()).contains("wedged: no step for 120 s");
      assertThat(server.get("/health").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void anEngineWhoseDeviceFailedIsNeitherReadyNorHealthyAlsoWhileItIsAtWork() throws Exception {
    try (TestServer server = TestServer.start(folder)) {
      server.engine().failDevice("the device failed: CUDA error: an illegal memory access");
      HttpResponse<String> health = server.get("/health");
      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(health.body())
          .contains(
              "the device failed: CUDA error: an illegal memory access; no step has succeeded since");
      assertThat(server.get("/ready").statusCode()).isEqualTo(503);
      assertThat(server.engine().requests()).as("it is tried").hasSize(1);
      try (Socket busy = Raw.post(server.port(), ChatTest.asking("#hang"), "busy")) {
        TestServer.await(() -> server.engine().load().running() > 0);
        assertThat(server.get("/ready").body()).contains("an illegal memory access");
        assertThat(busy.isConnected()).isTrue();
      }
    }
  }

  @Test
  void otherSitesAreLetInOnlyWhenTold() throws Exception {
    try (TestServer server = TestServer.start(folder, "https://chat.example.com")) {
      HttpResponse<String> response = server.chat(ChatTest.asking("hi"));
      assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
          .contains("https://chat.example.com");
      HttpResponse<String> preflight = preflight(server, "/v1/chat/completions", "content-type");
      assertThat(preflight.statusCode()).isEqualTo(204);
      assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods")).contains("POST");
    }
    try (TestServer server = TestServer.start(folder.resolve("second"))) {
      assertThat(server.chat(ChatTest.asking("hi")).headers().map())
          .doesNotContainKey("access-control-allow-origin");
    }
  }

  @Test
  void aPageOfTheSiteMaySendTheHeadersThatItsBrowserAsksFor() throws Exception {
    String asked = "authorization,content-type,x-stainless-lang, x-stainless-retry-count";
    try (TestServer server = TestServer.start(folder, "https://chat.example.com")) {
      for (String path : new String[] {"/v1/chat/completions", "/v1/models", "/v1/models/fake"}) {
        HttpResponse<String> preflight = preflight(server, path, asked);
        assertThat(preflight.statusCode()).as(path).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
            .contains("https://chat.example.com");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers")).contains(asked);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods"))
            .contains(path.contains("models") ? "GET, HEAD" : "POST");
      }
      for (String odd : new String[] {"x-a; x-b", "x-a,,x-b", "x-a,", "<b>"}) {
        assertThat(
                preflight(server, "/v1/models", odd)
                    .headers()
                    .firstValue("Access-Control-Allow-Headers"))
            .as(odd)
            .contains("authorization, content-type, x-request-id");
      }
    }
    try (TestServer server = TestServer.start(folder.resolve("second"))) {
      HttpResponse<String> preflight = preflight(server, "/v1/models", asked);
      assertThat(preflight.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
      assertThat(preflight.headers().map()).doesNotContainKey("access-control-allow-headers");
    }
  }

  private static HttpResponse<String> preflight(TestServer server, String path, String headers)
      throws IOException, InterruptedException {
    return server.send(
        HttpRequest.newBuilder(server.uri(path))
            .header("Origin", "https://chat.example.com")
            .header("Access-Control-Request-Headers", headers)
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
  }

  @Test
  void thePageMayOnlyTalkToItsServer() throws Exception {
    try (TestServer server = TestServer.start(folder)) {
      HttpResponse<String> page = server.get("/");
      assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
      assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'")
          .contains("script-src 'sha256-")
          .doesNotContain("unsafe")
          .doesNotContain("null");
      assertThat(page.body())
          .doesNotContain("innerHTML")
          .doesNotContain("https://")
          .doesNotContain("src=");
    }
  }
}
