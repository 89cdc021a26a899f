package dev.burnline.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.burnline.serve.engine.TextEngine;
import dev.burnline.serve.http.FakeEngine;
import dev.burnline.serve.settings.ServeSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ServeTest {

  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+/");

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
    CountDownLatch stop = new CountDownLatch(1);
    BlockingQueue<String> said = new LinkedBlockingQueue<>();
    CommandLine line =
        Serve.commandLine(Map.of(), FAKE, stop).setOut(new PrintWriter(new Lines(said)));
    CompletableFuture<Integer> code =
        CompletableFuture.supplyAsync(
            () ->
                line.execute(
                    "--port", "0", "--log-dir", folder.toString(), "--drain-seconds", "5"));
    String ready = said.poll(30, TimeUnit.SECONDS);
    assertThat(ready).startsWith("ready: http://127.0.0.1:").contains("model fake (float32, cpu");
    Matcher url = URL.matcher(ready);
    assertThat(url.find()).isTrue();
    HttpResponse<String> answer = chat(url.group());
    assertThat(answer.body()).contains("echo user:hi");
    stop.countDown();
    assertThat(code.get(30, TimeUnit.SECONDS)).isZero();
    List<String> events = new ArrayList<>();
    for (String text : Files.readAllLines(folder.resolve("app.log"))) {
      JsonNode event = new ObjectMapper().readTree(text);
      assertThat(event.path("service").asText()).isEqualTo("fake");
      assertThat(event.path("instance").asText()).contains(":");
      events.add(event.path("event").asText());
    }
    events.removeIf(event -> event.equals("heartbeat"));
    assertThat(events)
        .containsExactly(
            "service.starting",
            "model.loaded",
            "service.ready",
            "request.received",
            "request.finished",
            "service.draining",
            "service.stopped");
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
    assertThat(Files.readString(folder.resolve("app.log"))).contains("service.stopped");
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

  /** Hands lines on as they are written. */
  private static final class Lines extends Writer {

    private final BlockingQueue<String> lines;
    private final StringBuilder line = new StringBuilder();

    Lines(BlockingQueue<String> lines) {
      this.lines = lines;
    }

    @Override
    public void write(char[] chars, int offset, int length) {
      for (char c : new String(chars, offset, length).toCharArray()) {
        if (c == '\n') {
          lines.add(line.toString());
          line.setLength(0);
        } else {
          line.append(c);
        }
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
