package dev.burnline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.burnline.serve.account.RequestAccounts;
import dev.burnline.serve.event.LogEntry;
import dev.burnline.serve.metrics.ServerMetrics;
import dev.burnline.serve.requestlog.RequestLog;
import dev.burnline.serve.requestlog.RequestLogSettings;
import dev.burnline.serve.settings.ApiKeys;
import dev.burnline.serve.settings.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** A server on a free port with a fake engine and a real request log. */
public final class TestServer implements AutoCloseable {

  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final RequestLog log;
  private final FakeEngine engine = new FakeEngine();
  private final Backend backend = new Backend();
  private final RequestAccounts accounts;
  private final ServerMetrics metrics;
  private final HttpServer server;
  private final int port;
  private final AtomicLong told = new AtomicLong();
  private final HttpClient client = HttpClient.newHttpClient();

  private TestServer(
      Path folder,
      Limits limits,
      ApiKeys keys,
      Optional<String> cors,
      Duration idle,
      BodyMemory memory)
      throws IOException {
    this.folder = folder;
    this.log =
        RequestLog.open(RequestLogSettings.of(folder, "test", "localhost"), Clock.systemUTC());
    this.metrics =
        new ServerMetrics(
            "test", "1.0", keys.tenants(), backend::engine, () -> log.counts().dropped());
    this.accounts =
        new RequestAccounts(this::tell, Clock.systemUTC(), System::nanoTime, Optional::empty);
    ServerSocketChannel socket = ServerSocketChannel.open();
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    this.port = socket.socket().getLocalPort();
    this.server =
        HttpServer.start(
            new HttpServer.Parts(accounts, backend, limits, keys, cors, metrics, Clock.systemUTC()),
            socket,
            idle,
            memory);
  }

  /** Starts a server that has its model. */
  public static TestServer start(Path folder) throws IOException {
    return start(folder, Limits.DEFAULT, ApiKeys.NONE).loaded();
  }

  static TestServer start(Path folder, Limits limits, ApiKeys keys) throws IOException {
    return new TestServer(folder, limits, keys, Optional.empty(), IDLE, BodyMemory.ofHeap());
  }

  static TestServer start(Path folder, Limits limits, Duration idle) throws IOException {
    return new TestServer(folder, limits, ApiKeys.NONE, Optional.empty(), idle, BodyMemory.ofHeap())
        .loaded();
  }

  static TestServer start(Path folder, String corsOrigin) throws IOException {
    return new TestServer(
            folder,
            Limits.DEFAULT,
            ApiKeys.NONE,
            Optional.of(corsOrigin),
            IDLE,
            BodyMemory.ofHeap())
        .loaded();
  }

  static TestServer start(Path folder, BodyMemory memory) throws IOException {
    return new TestServer(folder, Limits.DEFAULT, ApiKeys.NONE, Optional.empty(), IDLE, memory)
        .loaded();
  }

  TestServer loaded() {
    backend.serve(engine);
    metrics.ready();
    return this;
  }

  private void tell(LogEntry entry) {
    log.write(entry);
    told.incrementAndGet();
    metrics.observe(entry);
  }

  FakeEngine engine() {
    return engine;
  }

  Backend backend() {
    return backend;
  }

  public int port() {
    return port;
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  HttpResponse<String> chat(String body) throws IOException, InterruptedException {
    return post("/v1/chat/completions", body);
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return send(json(path, body));
  }

  HttpRequest.Builder json(String path, String body) {
    return HttpRequest.newBuilder(uri(path))
        .timeout(Duration.ofSeconds(30))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpClient client() {
    return client;
  }

  static JsonNode json(HttpResponse<String> response) throws IOException {
    return JSON.readTree(response.body());
  }

  static JsonNode json(String text) throws IOException {
    return JSON.readTree(text);
  }

  /** Waits until every request has ended, and returns the lines of the log. */
  List<JsonNode> lines() throws IOException {
    await(() -> accounts.totals().inFlight() == 0);
    await(() -> log.counts().written() == told.get());
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("app.log"))) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  /** Returns the one {@code request.finished} line of a request. */
  JsonNode finished(String requestId) throws IOException {
    List<JsonNode> own =
        finished().stream()
            .filter(line -> line.path("request_id").asText().equals(requestId))
            .toList();
    assertThat(own).as("lines of " + requestId).hasSize(1);
    return own.get(0);
  }

  /** As {@link #lines}, only the {@code request.finished} ones. */
  List<JsonNode> finished() throws IOException {
    return lines().stream()
        .filter(line -> line.path("event").asText().equals("request.finished"))
        .toList();
  }

  long inFlight() {
    return accounts.totals().inFlight();
  }

  /** Waits for something that another thread does. */
  static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("it did not come about within 20 s");
      }
      Thread.onSpinWait();
    }
  }

  /** Closes every connection, as at the end of a drain. */
  void disconnect() {
    server.close();
  }

  @Override
  public void close() {
    server.close();
    engine.close();
    log.close();
  }
}
