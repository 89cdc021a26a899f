package dev.burnline.serve.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.burnline.serve.cli.FaultyServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Sends requests to a server and says what came back. */
final class Client {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;

  Client(URI base) {
    this.base = base;
  }

  /** Sends a request and waits for its end. */
  Seen send(Kind kind, String id) throws IOException, InterruptedException {
    return switch (kind.leaves()) {
      case NEVER -> seen(http.send(request(kind, id), BodyHandlers.ofString()));
      case AT_ONCE -> leave(kind, id, false);
      case AT_THE_FIRST_TOKEN -> leave(kind, id, true);
    };
  }

  /** Sends a request that is not expected to end. */
  CompletableFuture<Seen> begin(Kind kind, String id) {
    return http.sendAsync(request(kind, id), BodyHandlers.ofString()).thenApply(Client::seen);
  }

  /** Returns how many requests have ended, as {@code /metrics} says. */
  long finishedByMetrics() throws IOException, InterruptedException {
    String metrics =
        http.send(HttpRequest.newBuilder(base.resolve("/metrics")).build(), BodyHandlers.ofString())
            .body();
    return (long)
        metrics
            .lines()
            .filter(line -> line.startsWith("requests_finished_total{"))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .sum();
  }

  private HttpRequest request(Kind kind, String id) {
    return HttpRequest.newBuilder(base.resolve(kind.path()))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + kind.key())
        .header("X-Request-Id", id)
        .method(kind.method(), HttpRequest.BodyPublishers.ofString(kind.body(id)))
        .build();
  }

  private static Seen seen(HttpResponse<String> response) {
    try {
      boolean isStream =
          response.headers().firstValue("content-type").orElse("").startsWith("text/event-stream");
      return isStream
          ? streamed(response)
          : one(response.statusCode(), JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + response.body(), e);
    }
  }

  private static Seen one(int status, JsonNode body) {
    return body.has("error")
        ? Seen.error(status, body.at("/error/code").asText())
        : Seen.answer(status, body.at("/choices/0/finish_reason").asText());
  }

  private static Seen streamed(HttpResponse<String> response) throws IOException {
    Seen seen = null;
    boolean done = false;
    for (String line : response.body().split("\n", -1)) {
      if (line.equals("data: [DONE]")) {
        done = true;
      } else if (line.startsWith("data: ")) {
        JsonNode chunk = JSON.readTree(line.substring("data: ".length()));
        if (chunk.has("error") || chunk.at("/choices/0/finish_reason").isTextual()) {
          seen = one(response.statusCode(), chunk);
        }
      }
    }
    if (seen == null || !done) {
      throw new AssertionError("a stream without an end: " + response.body());
    }
    return seen;
  }

  private Seen leave(Kind kind, String id, boolean atFirstToken) throws IOException {
    byte[] body = kind.body(id).getBytes(UTF_8);
    String head =
        "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\n"
                .formatted(kind.path(), base.getAuthority())
            + "Authorization: Bearer %s\r\nX-Request-Id: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(FaultyServer.KEY, id, body.length);
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.getOutputStream().write(head.getBytes(UTF_8));
      socket.getOutputStream().write(body);
      if (atFirstToken) {
        readUntil(socket.getInputStream(), "data: ");
      }
    }
    return Seen.left();
  }

  private static void readUntil(InputStream in, String text) throws IOException {
    StringBuilder read = new StringBuilder();
    while (read.indexOf(text) < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the server closed the connection: " + read);
      }
      read.append((char) next);
    }
  }
}
