package dev.burnline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.burnline.serve.settings.ApiKeys;
import dev.burnline.serve.settings.Limits;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MethodsTest {

  private static final String[] READING = {
    "/", "/health", "/ready", "/metrics", "/v1/models", "/v1/models/fake", "/v1/models/other"
  };

  @TempDir private Path folder;

  @Test
  void headHasTheStatusAndHeadersOfGetWhateverTheStateOfTheServer() throws Exception {
    try (TestServer server = TestServer.start(folder, Limits.DEFAULT, ApiKeys.NONE)) {
      assertThat(assertThatHeadIsAsGet(server, "/ready")).isEqualTo(503);
      server.loaded();
      for (String path : READING) {
        assertThatHeadIsAsGet(server, path);
      }
      server.engine().stopSteppingFor(Duration.ofMinutes(2));
      assertThat(assertThatHeadIsAsGet(server, "/health")).isEqualTo(503);
      server.engine().stopSteppingFor(Duration.ZERO);
      assertThat(assertThatHeadIsAsGet(server, "/ready")).isEqualTo(200);
      server.backend().drain();
      assertThat(assertThatHeadIsAsGet(server, "/ready")).isEqualTo(503);
    }
  }

  @Test
  void headNeedsTheKeyThatGetNeeds() throws Exception {
    ApiKeys keys = ApiKeys.of(Map.of("secret", "team-a"));
    try (TestServer server = TestServer.start(folder, Limits.DEFAULT, keys).loaded()) {
      assertThat(assertThatHeadIsAsGet(server, "/v1/models")).isEqualTo(401);
      assertThat(assertThatHeadIsAsGet(server, "/v1/models/other")).isEqualTo(401);
    }
  }

  private static int assertThatHeadIsAsGet(TestServer server, String path)
      throws IOException, InterruptedException {
    HttpResponse<String> get = server.get(path);
    HttpResponse<String> head = request(server, "HEAD", path);
    assertThat(head.statusCode()).as(path).isEqualTo(get.statusCode());
    assertThat(head.body()).as(path).isEmpty();
    if (!path.equals("/metrics")) { // Its length is that of the moment.
      assertThat(head.headers()).as(path).isEqualTo(get.headers());
    }
    return head.statusCode();
  }

  @Test
  void aGeneratingRouteRefusesEveryOtherMethodWithALine() throws Exception {
    try (TestServer server = TestServer.start(folder)) {
      for (String method : new String[] {"GET", "HEAD", "PUT", "TRACE", "FOO", "PROPFIND"}) {
        String id = "by-" + method;
        assertThat(raw(server, method, "/v1/chat/completions", id))
            .as(method)
            .startsWith("HTTP/1.1 405")
            .contains("Allow: POST\r\n");
        JsonNode line = server.finished(id);
        assertThat(line.path("http_status").asInt()).as(method).isEqualTo(405);
        assertThat(line.path("status").asText()).isEqualTo("rejected");
        assertThat(line.path("error_type").asText()).isEqualTo("validation");
      }
    }
  }

  @Test
  void aPathThatTellsSomethingSaysWhatItTakes() throws Exception {
    try (TestServer server = TestServer.start(folder)) {
      for (String path : READING) {
        for (String method : new String[] {"POST", "DELETE", "TRACE", "FOO"}) {
          assertThat(raw(server, method, path, "x"))
              .as(method + " " + path)
              .startsWith("HTTP/1.1 405")
              .contains("Allow: GET, HEAD\r\n")
              .contains("takes GET and HEAD only");
        }
        HttpHeaders options = request(server, "OPTIONS", path).headers();
        assertThat(options.firstValue("Allow")).as(path).contains("GET, HEAD, OPTIONS");
      }
      server.chat(ChatTest.asking("hi"));
      assertThat(server.finished()).as("none of them is a request").hasSize(1);
    }
  }

  private static HttpResponse<String> request(TestServer server, String method, String path)
      throws IOException, InterruptedException {
    return server.send(
        HttpRequest.newBuilder(server.uri(path))
            .method(method, HttpRequest.BodyPublishers.noBody()));
  }

  /** Returns the whole answer to a method that a client may not know. */
  private static String raw(TestServer server, String method, String path, String id)
      throws IOException {
    try (Socket socket = Raw.connect(server.port())) {
      String request =
          "%s %s HTTP/1.1\r\nHost: a\r\nX-Request-Id: %s\r\nConnection: close\r\n\r\n"
              .formatted(method, path, id);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
