package dev.burnline.serve.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchServeTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void everyRequestIsSentAndCounted() throws Exception {
    try (FakeServer server = new FakeServer(exchange -> FakeServer.stream(exchange, "a", "三"))) {
      int code = run("--url", server.url() + "/v1/", "--rate", "500", "--requests", "40", "--json");

      JsonNode json = new ObjectMapper().readTree(out.toString());
      assertThat(code).isZero();
      assertThat(json.path("requests_sent").intValue()).isEqualTo(40);
      assertThat(json.path("requests_answered").intValue()).isEqualTo(40);
      assertThat(json.path("output_tokens").intValue()).isEqualTo(800);
      assertThat(json.path("prompt_tokens").intValue()).isEqualTo(200);
      assertThat(json.at("/itl_ms/count").intValue()).isLessThanOrEqualTo(40);
      assertThat(server.bodies).hasSize(42);
      JsonNode body = new ObjectMapper().readTree(server.bodies.get(5));
      assertThat(body.path("model").asText()).isEqualTo("fake");
      assertThat(body.path("stream").booleanValue()).isTrue();
      assertThat(body.at("/stream_options/include_usage").booleanValue()).isTrue();
    }
  }

  @Test
  void aServerThatHoldsAllAnswersBackStillGetsAllRequests() throws Exception {
    CountDownLatch all = new CountDownLatch(30);
    FakeServer.Script holding =
        exchange -> {
          all.countDown();
          await(all);
          FakeServer.stream(exchange, "late");
        };
    try (FakeServer server = new FakeServer(holding)) {
      int code = run("--url", server.url(), "--rate", "1000", "--requests", "30", "--warm-up", "0");

      assertThat(code).isZero();
      assertThat(out.toString()).contains("answered             30\n");
    }
  }

  @Test
  void errorsOfEveryKindAreToldApart() throws Exception {
    AtomicInteger number = new AtomicInteger();
    FakeServer.Script failing =
        exchange -> {
          switch (number.getAndIncrement() % 3) {
            case 0 ->
                FakeServer.respond(exchange, 429, "{\"error\":{\"message\":\"queue is full\"}}");
            case 1 -> {
              exchange.sendResponseHeaders(200, 0);
              try (OutputStream body = exchange.getResponseBody()) {
                FakeServer.send(body, "{\"error\":{\"message\":\"out of memory\"}}");
              }
            }
            default -> {
              exchange.sendResponseHeaders(200, 0);
              try (OutputStream body = exchange.getResponseBody()) {
                FakeServer.send(body, "{\"choices\":[{\"delta\":{\"content\":\"half\"}}]}");
              }
            }
          }
        };
    try (FakeServer server = new FakeServer(failing)) {
      int code = run("--url", server.url(), "--rate", "500", "--requests", "9", "--warm-up", "0");

      assertThat(code).isEqualTo(3);
      assertThat(out.toString())
          .contains("http_429             3  queue is full\n")
          .contains("stream_error         3  out of memory\n")
          .contains("truncated            3  the stream ended after 1 pieces");
    }
  }

  @Test
  void anAnswerThatNeverComesIsATimeout() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    FakeServer.Script hanging =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          FakeServer.send(exchange.getResponseBody(), "{\"choices\":[]}");
          await(end);
        };
    try (FakeServer server = new FakeServer(hanging)) {
      int code =
          run(
              "--url",
              server.url(),
              "--model",
              "fake",
              "--rate",
              "500",
              "--requests",
              "2",
              "--warm-up",
              "0",
              "--timeout",
              "200ms");

      end.countDown();
      assertThat(code).isEqualTo(3);
      assertThat(out.toString()).contains("timeout              2");
    }
  }

  @Test
  void givenPromptsAreAsked(@TempDir Path folder) throws Exception {
    Path prompts = Files.writeString(folder.resolve("prompts.txt"), "37 + 48\n\n");
    try (FakeServer server = new FakeServer(exchange -> FakeServer.stream(exchange, "85"))) {
      run(
          "--url",
          server.url(),
          "--rate",
          "500",
          "--requests",
          "2",
          "--prompts",
          prompts.toString());

      assertThat(server.bodies).allSatisfy(body -> assertThat(body).contains("\"37 + 48\""));
      assertThat(server.authorizations).containsOnly("null");
    }
  }

  @Test
  void aServerThatIsNotThereIsToldAtOnce() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    assertThat(run("--url", "http://127.0.0.1:" + port)).isEqualTo(3);
    assertThat(err.toString())
        .startsWith("burnline bench serve: cannot reach http://127.0.0.1:" + port + "/v1/models: ");

    assertThat(run("--url", "http://127.0.0.1:" + port, "--model", "m")).isEqualTo(3);
    assertThat(err.toString()).contains("cannot reach the server: ");
  }

  @Test
  void wrongOptionsAreRefusedWithoutARequest() {
    assertThat(run("--url", "localhost:7860")).isEqualTo(2);
    assertThat(run("--rate", "0")).isEqualTo(2);
    assertThat(run("--duration", "soon")).isEqualTo(2);
    assertThat(run("--prompt-lengths", "long")).isEqualTo(2);
    assertThat(run("--api-key-env", "BURNLINE_NOT_SET")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--url must begin with http:// or https://, got 'localhost:7860'")
        .contains("the rate must be above 0, got 0.0")
        .contains("--duration must be like 500ms, 90s, 5m or 1h, got 'soon'")
        .contains("--prompt-lengths: lengths must be like")
        .contains("--api-key-env names BURNLINE_NOT_SET, which is not set")
        .contains("Try 'burnline bench serve --help'.");
  }

  private int run(String... options) {
    String[] args = new String[options.length + 1];
    args[0] = "serve";
    System.arraycopy(options, 0, args, 1, options.length);
    CommandLine command = Bench.commandLine();
    return command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true)).execute(args);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
