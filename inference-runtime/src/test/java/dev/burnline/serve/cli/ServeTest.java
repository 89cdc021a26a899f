package dev.burnline.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.burnline.serve.engine.TextEngine;
import dev.burnline.serve.http.FakeEngine;
import dev.burnline.serve.settings.ServeSettings;
import dev.burnline.serve.torch.TinyModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ServeTest {

  @TempDir private Path folder;

  /** A model that is there at once. */
  private static final ModelSource FAKE =
      new ModelSource() {
        @Override
        public String name(ServeSettings settings) {
          return "fake";
        }

        @Override
        public TextEngine load(ServeSettings settings) {
          return new FakeEngine();
        }
      };

  /** How a command ended and what it said. */
  private record Ran(int code, String out, String err) {}

  private static Ran run(ModelSource models, CountDownLatch stop, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        Serve.commandLine(Map.of(), models, stop)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    int code = line.execute(arguments);
    return new Ran(code, out.toString(), err.toString());
  }

  @Test
  void aServerAnswersUntilItIsToldToStopAndItsLogTellsOfIt() throws Exception {
    try (Running server = Running.start(FAKE, "--log-dir", folder.toString())) {
      assertThat(server.ready()).contains("model fake (float32, cpu");
      assertThat(chat(server.url()).body()).contains("echo user:hi");
    }
    List<String> events = new ArrayList<>();
    for (String text : Files.readAllLines(folder.resolve("app.log"))) {
      JsonNode event = new ObjectMapper().readTree(text);
      assertThat(event.path("service").asText()).isEqualTo("fake");
      assertThat(event.path("instance").asText()).contains(":");
      events.add(event.path("event").asText());
    }
    events.removeIf(event -> event.equals("heartbeat"));
    assertThat(events).containsOnlyOnce("request.finished");
    // The client has its answer a moment before the line is written; the drain may begin meanwhile.
    events.remove("request.finished");
    assertThat(events)
        .containsExactly(
            "service.starting",
            "model.loaded",
            "service.ready",
            "request.received",
            "service.draining",
            "service.stopped");
  }

  @Test
  void aModelIsLoadedFromItsFolderAndAnswers() throws Exception {
    Path model = TinyModel.write(folder.resolve("babbler"));
    try (Running server =
        Running.start(
            new ModelFolder(),
            "--model",
            model.toString(),
            "--model-name",
            "tiny",
            "--threads",
            "1",
            "--default-max-tokens",
            "20",
            "--log-dir",
            folder.toString())) {
      HttpResponse<String> response = chat(server.url());
      JsonNode answer = new ObjectMapper().readTree(response.body());
      assertThat(answer.path("usage").path("completion_tokens").asInt())
          .as(response.body())
          .isBetween(1, 20);
      assertThat(answer.path("model").asText()).isEqualTo("tiny");
      assertThat(get(server.url() + "ready").statusCode()).isEqualTo(200);
      assertThat(get(server.url() + "metrics").body())
          .contains("requests_finished_total", "model=\"tiny\"", "jvm_memory_used_bytes");
      // The client has its answer a moment before its account ends.
      awaitMetric(server.url(), "request_log_cost_seconds_count 1\n");
    }
    assertThat(Files.readString(folder.resolve("app.log")))
        .contains("\"model_sha256\":\"")
        .contains("\"event\":\"service.stopped\"");
  }

  @Test
  void theRehearsalWorks() {
    assertThatCode(Service::keepAccountsOfNobody).doesNotThrowAnyException();
  }

  @Test
  void anErrorEndsTheServerWithACode() {
    ModelSource failing =
        new ModelSource() {
          @Override
          public String name(ServeSettings settings) {
            throw new NoClassDefFoundError("Spare");
          }

          @Override
          public TextEngine load(ServeSettings settings) {
            throw new AssertionError("it has no name");
          }
        };

    Ran ran = run(failing, stopped(), "--port", "0", "--log-dir", folder.toString());

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("burnline serve: failed: ").contains("Spare").contains("\tat ");
  }

  private static void awaitMetric(String url, String line) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    String metrics = get(url + "metrics").body();
    while (!metrics.contains(line) && System.nanoTime() < deadline) {
      Thread.sleep(5);
      metrics = get(url + "metrics").body();
    }
    assertThat(metrics).contains(line);
  }

  private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> chat(String url) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url + "v1/chat/completions"))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aPortInUseIsToldBeforeTheLogIsTouched() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      Ran ran = run(FAKE, stopped(), "--port", port, "--log-dir", folder.resolve("l").toString());
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err())
          .contains("cannot listen on 127.0.0.1:" + port)
          .contains("choose one by --port");
      assertThat(folder.resolve("l")).doesNotExist();
    }
  }

  @Test
  void aLogFolderThatCannotBeWrittenToIsTold() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    Ran ran = run(FAKE, stopped(), "--port", "0", "--log-dir", file.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("--log-dir: '" + file + "' is not a folder");
  }

  @Test
  void twoServersDoNotShareALogFolder() throws Exception {
    try (LogFolderLock lock = LogFolderLock.take(folder)) {
      assertThat(lock).isNotNull();
      Ran ran = run(FAKE, stopped(), "--port", "0", "--log-dir", folder.toString());
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err()).contains("another server writes its log to");
    }
  }

  @Test
  void aMissingModelIsTold() {
    Ran ran =
        run(
            new ModelFolder(),
            stopped(),
            "--model",
            folder.resolve("none").toString(),
            "--log-dir",
            folder.toString());
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).contains("--model: '" + folder.resolve("none") + "' is not a folder");
    Ran empty = run(new ModelFolder(), stopped(), "--model", folder.toString());
    assertThat(empty.code()).isEqualTo(3);
    assertThat(empty.err()).contains("has no config.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void aLibraryWhoseFlavorIsSetToNothingIsAWrongSettingAndNotTheModelsFault(String flavor)
      throws IOException {
    Path model = TinyModel.write(folder.resolve("babbler"));
    Path library = Files.createDirectory(folder.resolve("libtorch"));
    Files.createFile(library.resolve(System.mapLibraryName("torch")));
    System.setProperty("PYTORCH_LIBRARY_PATH", library.toString());
    System.setProperty("PYTORCH_FLAVOR", flavor);
    try {
      Ran ran =
          run(
              new ModelFolder(),
              new CountDownLatch(1),
              "--port",
              "0",
              "--model",
              model.toString(),
              "--log-dir",
              folder.toString());
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err()).contains("PYTORCH_FLAVOR is ").doesNotContain("--model");
    } finally {
      System.clearProperty("PYTORCH_LIBRARY_PATH");
      System.clearProperty("PYTORCH_FLAVOR");
    }
  }

  @Test
  void aModelThatCannotBeLoadedEndsTheProcessInOrder() throws Exception {
    ModelSource broken =
        new ModelSource() {
          @Override
          public String name(ServeSettings settings) {
            return "broken";
          }

          @Override
          public TextEngine load(ServeSettings settings) throws StartException {
            throw new StartException(3, "model.safetensors: is cut short");
          }
        };
    Ran ran = run(broken, new CountDownLatch(1), "--port", "0", "--log-dir", folder.toString());
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).contains("model.safetensors: is cut short");
    JsonNode last = lastLine();
    assertThat(last.path("event").asText()).isEqualTo("service.stopped");
    assertThat(last.path("level").asText()).isEqualTo("ERROR");
    assertThat(last.path("clean").isBoolean()).isTrue();
    assertThat(last.path("clean").asBoolean()).isFalse();
    assertThat(last.path("error_message").asText()).isEqualTo("model.safetensors: is cut short");

    try (Running next = Running.start(FAKE, "--log-dir", folder.toString())) {
      assertThat(next.ready()).contains("fake");
    }
    assertThat(Files.readString(folder.resolve("app.log"))).contains("\"previous_clean\":false");
    assertThat(lastLine().path("clean").asBoolean()).isTrue();
  }

  @Test
  void aModelThatFailsInAnotherWayEndsTheProcessWithOne() throws Exception {
    ModelSource broken =
        new ModelSource() {
          @Override
          public String name(ServeSettings settings) {
            return "broken";
          }

          @Override
          public TextEngine load(ServeSettings settings) {
            throw new OutOfMemoryError("Cannot reserve direct memory");
          }
        };
    Ran ran = run(broken, new CountDownLatch(1), "--port", "0", "--log-dir", folder.toString());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(lastLine().path("clean").asBoolean(true)).isFalse();
    assertThat(lastLine().path("error_message").asText()).contains("Cannot reserve direct memory");
  }

  private JsonNode lastLine() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("app.log"));
    return new ObjectMapper().readTree(lines.get(lines.size() - 1));
  }

  @Test
  void allWrongSettingsAreToldTogether() {
    Ran ran = run(FAKE, stopped(), "--port", "99999", "--max-batch", "x");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .contains("--port: must be a whole number in 0..65535, got '99999'")
        .contains("--max-batch: must be a whole number in 1..4096, got 'x'");
    assertThat(run(FAKE, stopped(), "--colour", "red").code()).isEqualTo(2);
  }

  @Test
  void helpTellsEveryOptionWithExamplesAndExitCodes() {
    Ran ran = run(FAKE, stopped(), "--help");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("--max-body-bytes")
        .contains("Default: 7860")
        .contains("Examples:")
        .contains("Exit codes: 0 stopped in order");
    assertThat(ran.out().lines()).allMatch(text -> text.length() <= 100);
  }

  private static CountDownLatch stopped() {
    return new CountDownLatch(0);
  }
}
