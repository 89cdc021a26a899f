package dev.burnline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.burnline.serve.settings.Limits;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamTest {

  /** The chunk that ends a body. */
  private static final String LAST = "\r\n0\r\n\r\n";

  @TempDir private static Path folder;

  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    Limits quick = TestLimits.with("heartbeat", Duration.ofMillis(50));
    server = TestServer.start(folder, quick, Duration.ofSeconds(2));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String streaming(String content, String more) {
    return "{\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]%s}"
        .formatted(content, more);
  }

  /** Returns the data of each event; a comment is no event. */
  private static List<String> events(String body) {
    assertThat(body).endsWith("\n\n");
    List<String> events = new ArrayList<>();
    for (String event : body.split("\n\n", -1)) {
      if (!event.startsWith(":") && !event.isEmpty()) {
        assertThat(event).startsWith("data: ").doesNotContain("\n");
        events.add(event.substring("data: ".length()));
      }
    }
    return events;
  }

  @Test
  void aStreamBringsTextAsItComesThenUsageThenDone() throws Exception {
    HttpResponse<String> response =
        server.chat(streaming("#think", ",\"stream_options\":{\"include_usage\":true}"));
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    assertThat(response.headers().map()).containsKeys("x-request-id", "x-queue-time");
    List<String> events = events(response.body());
    assertThat(events.get(events.size() - 1)).isEqualTo("[DONE]");
    StringBuilder content = new StringBuilder();
    StringBuilder reasoning = new StringBuilder();
    for (String event : events.subList(0, events.size() - 2)) {
      JsonNode chunk = TestServer.json(event);
      assertThat(chunk.path("object").asText()).isEqualTo("chat.completion.chunk");
      assertThat(chunk.path("usage").isNull()).isTrue();
      content.append(chunk.path("choices").path(0).path("delta").path("content").asText(""));
      reasoning.append(
          chunk.path("choices").path(0).path("delta").path("reasoning_content").asText(""));
    }
    assertThat(content.toString()).isEqualTo("echo user:#think\n");
    assertThat(reasoning.toString()).isEqualTo("let me think");
    JsonNode last = TestServer.json(events.get(events.size() - 2));
    assertThat(last.path("choices")).isEmpty();
    assertThat(last.path("usage").path("completion_tokens").asInt()).isEqualTo(3);
    assertThat(last.path("timings").path("inference_ms").isNumber()).isTrue();
  }

  @Test
  void aStreamOfTextHasTheOtherForm() throws Exception {
    HttpResponse<String> response =
        server.post("/v1/completions", "{\"prompt\":\"tell\",\"stream\":true}");
    StringBuilder text = new StringBuilder();
    List<String> events = events(response.body());
    for (String event : events.subList(0, events.size() - 1)) {
      text.append(TestServer.json(event).path("choices").path(0).path("text").asText());
    }
    assertThat(text.toString()).isEqualTo("echo tell");
  }

  @Test
  void aRefusalHasAStatusOfItsOwnAlsoForAStream() throws Exception {
    HttpResponse<String> response = server.chat(streaming("#reject:overloaded", ""));
    assertThat(response.statusCode()).isEqualTo(429);
    assertThat(TestServer.json(response).path("error").path("code").asText())
        .isEqualTo("overloaded");
  }

  @Test
  void aFailureAtWorkIsAnErrorInsideTheStream() throws Exception {
    HttpResponse<String> response = server.chat(streaming("#half:cuda_oom", ""));
    assertThat(response.statusCode()).isEqualTo(200);
    List<String> events = events(response.body());
    assertThat(events.get(events.size() - 1)).isEqualTo("[DONE]");
    JsonNode error = TestServer.json(events.get(events.size() - 2)).path("error");
    assertThat(error.path("code").asText()).isEqualTo("cuda_oom");
    assertThat(error.path("type").asText()).isEqualTo("server_error");
    JsonNode line = server.finished(ChatTest.id(response));
    assertThat(line.path("status").asText()).isEqualTo("error");
    assertThat(line.path("error_type").asText()).isEqualTo("cuda_oom");
    assertThat(line.path("http_status").asInt()).isEqualTo(200);
    assertThat(line.path("response_truncated").asText()).isEqualTo("half ");
  }

  @Test
  void aSilentStreamGetsCommentsUntilItsClientGoes() throws Exception {
    try (Socket socket = Raw.post(server.port(), streaming("#hang", ""), "silent")) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      int comments = 0;
      while (comments < 3) {
        String line = in.readLine();
        assertThat(line).isNotNull();
        comments += line.startsWith(":") ? 1 : 0;
      }
    }
    JsonNode line = server.finished("silent");
    assertThat(line.path("status").asText()).isEqualTo("cancelled");
    assertThat(line.path("http_status").asInt()).isEqualTo(499);
    assertThat(line.path("error_type").asText()).isEqualTo("client_disconnect");
    assertThat(line.path("finish_reason").asText()).isEqualTo("abort");
  }

  @Test
  void aClientThatGoesWhileItWaitsForAWholeAnswerCancelsIt() throws Exception {
    try (Socket socket = Raw.post(server.port(), ChatTest.asking("#hang"), "gone")) {
      TestServer.await(() -> server.inFlight() > 0);
      assertThat(socket.isConnected()).isTrue();
    }
    JsonNode line = server.finished("gone");
    assertThat(line.path("error_type").asText()).isEqualTo("client_disconnect");
    assertThat(line.path("error_message").asText()).isEqualTo("the client closed the connection");
  }

  @Test
  void aClientThatGoesAfterItHasSentMoreThanItsRequestIsSeenToGo() throws Exception {
    for (String more : new String[] {"\r\n", Raw.request(ChatTest.asking("next"), "next")}) {
      String id = "more-" + more.length();
      try (Socket socket = Raw.post(server.port(), ChatTest.asking("#hang"), id)) {
        TestServer.await(() -> server.inFlight() > 0);
        socket.getOutputStream().write(more.getBytes(StandardCharsets.UTF_8));
      }
      assertThat(server.finished(id).path("error_type").asText()).isEqualTo("client_disconnect");
      TestServer.await(() -> server.inFlight() == 0);
    }
  }

  @Test
  void aClientThatDoesNotReadIsCutOffAndNobodyElseWaits() throws Exception {
    try (Socket socket = Raw.post(server.port(), streaming("#flood", ""), "lazy")) {
      socket.getInputStream().read();
      HttpResponse<String> other = server.chat(ChatTest.asking("meanwhile"));
      assertThat(other.statusCode()).isEqualTo(200);
      TestServer.await(() -> server.engine().load().running() == 0);
    }
    JsonNode line = server.finished("lazy");
    assertThat(line.path("status").asText()).isEqualTo("cancelled");
    assertThat(line.path("error_type").asText()).isEqualTo("client_disconnect");
  }

  @Test
  void aClientThatShutsItsSendingSideDownIsToldThatItCountsAsGone() throws Exception {
    try (Socket socket = Raw.post(server.port(), ChatTest.asking("#hang"), "half-closed")) {
      socket.shutdownOutput();
      assertThat(rest(socket))
          .startsWith("HTTP/1.1 499")
          .contains("\"code\":\"client_disconnect\"");
    }
    assertThat(server.finished("half-closed").path("http_status").asInt()).isEqualTo(499);
  }

  @Test
  void aStreamWhoseClientShutsItsSendingSideDownDoesNotEndAsIfItWereWhole() throws Exception {
    try (Socket socket = Raw.post(server.port(), streaming("#hang", ""), "half-closed-stream")) {
      assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 200");
      socket.shutdownOutput();
      assertThat(rest(socket)).doesNotContain("[DONE]").doesNotEndWith(LAST);
    }
    assertThat(server.finished("half-closed-stream").path("status").asText())
        .isEqualTo("cancelled");
  }

  /** Returns what still comes, be it ended in order or not. */
  private static String rest(Socket socket) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(all);
    } catch (SocketException e) {
      assertThat(e).hasMessageContaining("reset");
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  @Test
  void anAnswerMayTakeLongerThanAConnectionMayIdle() throws Exception {
    HttpResponse<String> whole = server.chat(ChatTest.asking("#slow"));
    assertThat(whole.statusCode()).as(whole.body()).isEqualTo(200);
    assertThat(server.chat(streaming("#slow", "")).body()).contains("[DONE]");
  }

  @Test
  void aByteThatIsReadAheadIsNotLost() throws Exception {
    try (Socket socket = Raw.post(server.port(), ChatTest.asking("#slow first"), "ahead-1")) {
      TestServer.await(() -> server.inFlight() > 0);
      String second =
          Raw.request(ChatTest.asking("second"), "ahead-2").replace("keep-alive", "close");
      socket.getOutputStream().write(second.getBytes(StandardCharsets.UTF_8));
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(all).contains("slow first").contains("echo user:second");
    }
  }

  @Test
  void aRequestThatComesWhileTheOneBeforeIsAnsweredIsNotLost() throws Exception {
    try (Socket socket = Raw.connect(server.port())) {
      String first = Raw.request(ChatTest.asking("first"), "pipe-1");
      String second =
          Raw.request(ChatTest.asking("second"), "pipe-2").replace("keep-alive", "close");
      socket.getOutputStream().write((first + second).getBytes(StandardCharsets.UTF_8));
      InputStream in = socket.getInputStream();
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(all).contains("echo user:first").contains("echo user:second");
    }
  }
}
