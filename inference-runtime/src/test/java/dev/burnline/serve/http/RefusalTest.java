package dev.burnline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.burnline.serve.settings.ApiKeys;
import dev.burnline.serve.settings.Limits;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {

  private static final String USER = "\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]";

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

  private static void check(
      HttpResponse<String> response, int httpStatus, String errorType, String param, String code)
      throws IOException {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(httpStatus);
    JsonNode error = TestServer.json(response).path("error");
    assertThat(error.path("message").asText()).isNotEmpty();
    assertThat(error.path("param").asText(null)).isEqualTo(param);
    assertThat(error.path("code").asText()).isEqualTo(code);
    JsonNode line = server.finished(ChatTest.id(response));
    assertThat(line.path("http_status").asInt()).isEqualTo(httpStatus);
    assertThat(line.path("error_type").asText()).isEqualTo(errorType);
    assertThat(line.path("error_message").asText())
        .startsWith(error.path("message").asText().substring(0, 10));
    assertThat(line.path("route").asText()).isEqualTo("/v1/chat/completions");
    assertThat(line.path("operation").asText()).isEqualTo("chat");
    assertThat(line.path("model").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "n|2",
        "tools|[{}]",
        "logprobs|true",
        "response_format|{\"type\":\"json_object\"}",
        "temperature|2.5",
        "temperature|\"1\"",
        "temperature|1e400",
        "top_p|0",
        "top_p|-1",
        "max_tokens|0",
        "max_tokens|1.5",
        "max_tokens|99999",
        "max_completion_tokens|-1",
        "seed|1e3",
        "seed|99999999999999999999",
        "stop|[\"\"]",
        "stop|7",
        "stream|\"yes\"",
        "stream_options|{\"include_usage\":true}",
        "presence_penalty|0.5",
        "top_k|1.5",
        "repetition_penalty|0",
        "model|5",
        "modalities|[\"audio\"]",
        "logit_bias|{\"5\":1}",
      })
  void aFieldThatIsWrongIsNamed(String param, String value) throws Exception {
    HttpResponse<String> response = server.chat("{%s,\"%s\":%s}".formatted(USER, param, value));
    check(response, 400, "validation", param, "validation");
    assertThat(TestServer.json(response).path("error").path("message").asText()).contains(param);
    JsonNode line = server.finished(ChatTest.id(response));
    assertThat(line.path("status").asText()).isEqualTo("rejected");
    assertThat(line.path("prompt_truncated").asText()).isEqualTo("hi");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|messages",
        "{\"messages\":[]}|messages",
        "{\"messages\":\"hi\"}|messages",
        "{\"messages\":[1]}|messages[0]",
        "{\"messages\":[{}]}|messages[0].role",
        "{\"messages\":[{\"role\":\"tool\",\"content\":\"x\"}]}|messages[0].role",
        "{\"messages\":[{\"role\":\"user\"}]}|messages[0].content",
        "{\"messages\":[{\"role\":\"user\",\"content\":5}]}|messages[0].content",
        "{\"messages\":[{\"role\":\"user\",\"content\":[\"a\"]}]}|messages[0].content[0]",
        "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\"}]}]}"
            + "|messages[0].content[0].type",
        "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\"}]}]}"
            + "|messages[0].content[0].text",
        "{\"messages\":[{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{}]}]}"
            + "|messages[0].tool_calls",
      })
  void aMessageThatIsWrongIsNamedByItsPlace(String body, String param) throws Exception {
    check(server.chat(body), 400, "validation", param, "validation");
  }

  @Test
  void whatIsAskedForIsLoggedAlsoWhereTheMessagesAreWrong() throws Exception {
    HttpResponse<String> response =
        server.chat("{\"model\":\"gpt-9\",\"stream\":true,\"max_tokens\":7,\"messages\":1}");
    JsonNode line = server.finished(ChatTest.id(response));
    assertThat(line.path("model").asText()).isEqualTo("gpt-9");
    assertThat(line.path("stream").asBoolean()).isTrue();
    assertThat(line.path("max_tokens").asInt()).isEqualTo(7);
    assertThat(line.has("prompt_chars")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"'\"true\"'", "1"})
  void aStreamThatIsAskedForWronglyIsLeftOutOfTheLog(String stream) throws Exception {
    HttpResponse<String> response = server.chat("{\"stream\":%s,%s}".formatted(stream, USER));
    check(response, 400, "validation", "stream", "validation");
    assertThat(server.finished(ChatTest.id(response)).has("stream")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"tool", "function"})
  void theResultOfAToolIsRefusedAsToolsAreNotSupported(String role) throws Exception {
    HttpResponse<String> response =
        server.chat("{\"messages\":[{\"role\":\"%s\",\"content\":\"x\"}]}".formatted(role));
    check(response, 400, "validation", "messages[0].role", "validation");
    assertThat(TestServer.json(response).path("error").path("message").asText())
        .isEqualTo("messages[0].role must not be '%s', as tools are not supported", role);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "''",
        "{",
        "[]",
        "null",
        "1",
        "{}x",
        "{\"a\":NaN}",
        "{\"a\":1;\"a\":2}",
        "{\"a\":01}",
        "{'a':1}"
      },
      quoteCharacter = '`',
      delimiter = ';',
      ignoreLeadingAndTrailingWhitespace = false)
  void whatIsNoJsonObjectIsRefused(String body) throws Exception {
    check(server.chat(body), 400, "malformed_json", null, "malformed_json");
  }

  @Test
  void aModelThatIsNotServedIsNotFound() throws Exception {
    HttpResponse<String> response = server.chat("{\"model\":\"gpt-9\"," + USER + "}");
    check(response, 404, "validation", "model", "model_not_found");
    assertThat(server.finished(ChatTest.id(response)).path("model").asText()).isEqualTo("gpt-9");
  }

  @Test
  void aPromptBeyondTheContextIsTold() throws Exception {
    check(
        server.chat(ChatTest.asking("x".repeat(5_000))),
        400,
        "context_length",
        null,
        "context_length_exceeded");
    check(
        server.chat("{\"max_tokens\":4090," + USER + "}"),
        400,
        "context_length",
        null,
        "context_length_exceeded");
  }

  @Test
  void onlyJsonThatIsPostedIsTaken() throws Exception {
    for (String type :
        List.of(
            "text/plain",
            "application/json; charset=latin1",
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "application/json; charset=")) {
      HttpRequest.Builder request =
          server.json("/v1/chat/completions", "{" + USER + "}").setHeader("Content-Type", type);
      check(server.send(request), 415, "validation", null, "validation");
    }
    HttpResponse<String> get = server.get("/v1/chat/completions");
    check(get, 405, "validation", null, "validation");
    assertThat(get.headers().firstValue("Allow")).contains("POST");
  }

  @Test
  void aBodyThatIsTooLongIsRefusedUnread() throws Exception {
    check(
        server.chat(ChatTest.asking("x".repeat(2_000_000))), 413, "validation", null, "validation");
  }

  @ParameterizedTest
  @CsvSource({
    "overloaded,429,rejected",
    "queue_timeout,503,rejected",
    "context_length,400,rejected",
    "shutdown,503,rejected"
  })
  void whatTheEngineRefusesHasItsStatus(String type, int httpStatus, String status)
      throws Exception {
    HttpResponse<String> response = server.chat(ChatTest.asking("#reject:" + type));
    assertThat(response.statusCode()).isEqualTo(httpStatus);
    assertThat(response.headers().firstValue("Retry-After").isPresent())
        .isEqualTo(httpStatus == 429 || httpStatus == 503);
    JsonNode line = server.finished(ChatTest.id(response));
    assertThat(line.path("status").asText()).isEqualTo(status);
    assertThat(line.path("error_type").asText()).isEqualTo(type);
    assertThat(line.path("output_tokens").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "generation_timeout,504",
    "cuda_oom,500",
    "cuda_error,500",
    "engine_error,500",
    "shutdown,503"
  })
  void whatFailsAtWorkIsAnError(String type, int httpStatus) throws Exception {
    HttpResponse<String> response = server.chat(ChatTest.asking("#half:" + type));
    assertThat(response.statusCode()).isEqualTo(httpStatus);
    JsonNode line = server.finished(ChatTest.id(response));
    assertThat(line.path("status").asText()).isEqualTo("error");
    assertThat(line.path("error_type").asText()).isEqualTo(type);
    assertThat(line.path("finish_reason").asText()).isEqualTo("error");
    assertThat(line.path("output_tokens").asInt()).isEqualTo(1);
  }

  @Test
  void aDefectRightAfterTheEngineWasAskedLeavesNothingAtWork() throws Exception {
    Limits endless = TestLimits.with("generationTime", Duration.ofSeconds(Long.MAX_VALUE));
    try (TestServer defective =
        TestServer.start(folder.resolve("defective"), endless, ApiKeys.NONE).loaded()) {
      assertThat(defective.chat(ChatTest.asking("#hang")).statusCode()).isEqualTo(500);
      TestServer.await(() -> defective.engine().load().running() == 0);
    }
  }

  @Test
  void otherPathsAreNotFoundAndNoRequests() throws Exception {
    HttpResponse<String> response = server.get("/v2/%3Cb%3Ex");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(TestServer.json(response).path("error").path("message").asText())
        .isEqualTo("there is nothing at this path");
    assertThat(server.post("/health", "{}").statusCode()).isEqualTo(405);
  }
}
