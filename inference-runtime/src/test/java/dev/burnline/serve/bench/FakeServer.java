package dev.burnline.serve.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that answers every chat completion in one scripted way. */
final class FakeServer implements AutoCloseable {

  final List<String> bodies = new CopyOnWriteArrayList<>();
  final List<String> authorizations = new CopyOnWriteArrayList<>();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  FakeServer(Script script) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/v1/models",
        exchange -> respond(exchange, 200, "{\"data\":[{\"id\":\"fake\"},{\"id\":\"other\"}]}"));
    server.createContext(
        "/v1/chat/completions",
        exchange -> {
          String authorization = exchange.getRequestHeaders().getFirst("Authorization");
          authorizations.add(String.valueOf(authorization));
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          script.answer(exchange);
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Sends pieces as events, then the usage and the end. */
  static void stream(HttpExchange exchange, String... pieces) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (String piece : pieces) {
        String text = new ObjectMapper().writeValueAsString(piece);
        send(out, "{\"choices\":[{\"delta\":{\"content\":" + text + "}}]}");
      }
      send(
          out,
          "{\"choices\":[],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":"
              + 10 * pieces.length
              + "}}");
      send(out, "[DONE]");
    }
  }

  static void respond(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  static void send(OutputStream out, String data) throws IOException {
    out.write(("data: " + data + "\r\n\r\n").getBytes(UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** What to do with a request whose body has been read. */
  interface Script {

    void answer(HttpExchange exchange) throws IOException;
  }
}
