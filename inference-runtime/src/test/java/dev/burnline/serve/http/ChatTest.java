package dev.burnline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.burnline.serve.engine.GenerationRequest.Reasoning;
import dev.burnline.serve.engine.Sampling;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatTest {

  private static final String HELLO = "{\"messages\":[{\"role\":\"user\",\"content\":\"hi you\"}]}";

  @TempDir private static Path folder;

  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    server = TestServer.start(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void anAnswerWithoutTextInTheHistoryIsEmpty() throws Exception {
    HttpResponse<String> response =
        server.chat(
            "{\"messages\":[{\"role\":\"assistant\",\"content\":null},"
                + "{\"role\":\"user\",\"content\":\"hi\"}]}");

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  @Test
  void utf8IsTakenByEachOfItsNamesAndWithAByteOrderMark() throws Exception {
    for (String charset : List.of("utf8", "UTF-8", "\"utf-8\"", "\"UTF8\"", "unicode-1-1-utf-8")) {
      HttpResponse<String> response =
          server.send(
              server
                  .json("/v1/chat/completions", "\ufeff" + asking("é€😀"))
                  .setHeader("Content-Type", "application/json; charset=" + charset));
      assertThat(response.statusCode()).as(charset + response.body()).isEqualTo(200);
      assertThat(TestServer.json(response).findValue("content").asText())
          .isEqualTo("echo user:é€😀\n");
    }
  }

  @Test
  void aChatIsAnsweredWithUsageAndHeadersAndALogLine() throws Exception {
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

    JsonNode line = server.finished("my-request.1");
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
    assertThat(server.lines())
        .filteredOn(other -> other.path("request_id").asText().equals("my-request.1"))
        .extracting(other -> other.path("event").asText())
        .containsExactly("request.received", "request.finished");
  }

  @Test
  void reasoningIsKeptApart() throws Exception {
    JsonNode message = answer("#think").path("choices").path(0).path("message");
    assertThat(message.path("reasoning_content").asText()).isEqualTo("let me think");
    assertThat(message.path("content").asText()).isEqualTo("echo user:#think\n");
    assertThat(server.engine().requests())
        .anyMatch(request -> request.reasoning() == Reasoning.APART_FROM_START);
  }

  @Test
  void repetitionIsAFinishReasonOfItsOwn() throws Exception {
    HttpResponse<String> response = server.chat(asking("#repeat"));
    assertThat(TestServer.json(response).path("choices").path(0).path("finish_reason").asText())
        .isEqualTo("repetition");
    JsonNode line = server.finished(id(response));
    assertThat(line.path("finish_reason").asText()).isEqualTo("repetition");
    assertThat(line.path("repetition_ratio").asDouble()).isEqualTo(0.75);
  }

  @Test
  void whatIsAskedForReachesTheEngine() throws Exception {
    HttpResponse<String> response =
        server.chat(
            "{\"model\":\"fake\",\"messages\":[{\"role\":\"developer\",\"content\":\"be brief\"},"
                + "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"part one, \"},"
                + "{\"type\":\"text\",\"text\":\"and two\"}]}],\"temperature\":0.5,\"top_p\":0.9,"
                + "\"top_k\":7,\"seed\":42,\"max_completion_tokens\":2,\"stop\":[\"a\",\"b\"],"
                + "\"repetition_penalty\":1.1,\"user\":\"ignored\",\"n\":1,\"tools\":[]}");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(TestServer.json(response).path("choices").path(0).path("finish_reason").asText())
        .isEqualTo("length");
    assertThat(server.engine().requests())
        .anySatisfy(
            request -> {
              assertThat(FakeCodec.decode(request.promptTokens()))
                  .isEqualTo("system:be brief\nuser:part one, and two\n");
              assertThat(request.sampling()).isEqualTo(new Sampling(0.5, 0.9, 7, 1.1, 42L));
              assertThat(request.maxTokens()).isEqualTo(2);
              assertThat(request.stops()).containsExactly("a", "b");
            });
    JsonNode line = server.finished(id(response));
    assertThat(line.path("prompt_truncated").asText()).isEqualTo("part one, and two");
    assertThat(line.path("seed").asLong()).isEqualTo(42);
    assertThat(line.path("max_tokens").asInt()).isEqualTo(2);
  }

  @Test
  void aTextIsCompleted() throws Exception {
    HttpResponse<String> response =
        server.post("/v1/completions", "{\"prompt\":\"once upon\",\"max_tokens\":9}");
    JsonNode answer = TestServer.json(response);
    assertThat(answer.path("object").asText()).isEqualTo("text_completion");
    assertThat(answer.path("choices").path(0).path("text").asText()).isEqualTo("echo once upon");
    assertThat(server.finished(id(response)).path("operation").asText())
        .isEqualTo("text_completion");
  }

  @Test
  void anIdThatIsNotPrintableAndShortIsReplaced() throws Exception {
    for (String bad : List.of("a b", "x".repeat(129), "<script>", "a\"b")) {
      HttpResponse<String> response =
          server.send(server.json("/v1/chat/completions", HELLO).header("x-request-id", bad));
      assertThat(id(response)).matches("[0-9a-f]{32}");
    }
  }

  @Test
  void halfACharacterBecomesAReplacementCharacter() throws Exception {
    JsonNode answer = answer("a\\ud83d b");
    assertThat(answer.path("choices").path(0).path("message").path("content").asText())
        .isEqualTo("echo user:a\ufffd b\n");
  }

  @Test
  void modelsAreListed() throws Exception {
    JsonNode list = TestServer.json(server.get("/v1/models"));
    assertThat(list.path("data").path(0).path("id").asText()).isEqualTo("fake");
    assertThat(TestServer.json(server.get("/v1/models/fake")).path("max_model_len").asInt())
        .isEqualTo(4096);
    assertThat(server.get("/v1/models/other").statusCode()).isEqualTo(404);
  }

  @Test
  void manyRequestsAtATimeGetTheirOwnAnswers() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      HttpRequest request =
          server
              .json("/v1/chat/completions", asking("number " + i))
              .header("x-request-id", "many-" + i)
              .build();
      all.add(server.client().sendAsync(request, HttpResponse.BodyHandlers.ofString()));
    }
    for (int i = 0; i < all.size(); i++) {
      HttpResponse<String> response = all.get(i).get();
      assertThat(response.body()).contains("echo user:number " + i + "\\n");
      assertThat(id(response)).isEqualTo("many-" + i);
    }
    assertThat(server.finished())
        .filteredOn(line -> line.path("request_id").asText().startsWith("many-"))
        .hasSize(200)
        .allMatch(line -> line.path("status").asText().equals("success"));
  }

  static String asking(String content) {
    return "{\"messages\":[{\"role\":\"user\",\"content\":\"" + content + "\"}]}";
  }

  static String id(HttpResponse<?> response) {
    return response.headers().firstValue("x-request-id").orElseThrow();
  }

  private static JsonNode answer(String content) throws Exception {
    HttpResponse<String> response = server.chat(asking(content));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return TestServer.json(response);
  }
}
