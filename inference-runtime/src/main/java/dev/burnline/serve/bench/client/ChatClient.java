package dev.burnline.serve.bench.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Asks an OpenAI-compatible server, with no limit on how many requests are in flight. */
public final class ChatClient {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI base;
  private final Optional<String> apiKey;
  private final Duration timeout;
  private final LongSupplier nanoClock;
  private final HttpClient http;

  /**
   * Creates a client.
   *
   * @param base where the API is, with or without {@code /v1} at the end
   * @param timeout longest time for one answer, and for a connection
   * @param nanoClock monotonic time, as {@link System#nanoTime}
   */
  public ChatClient(URI base, Optional<String> apiKey, Duration timeout, LongSupplier nanoClock) {
    String path = base.toString().replaceAll("/+$", "").replaceAll("/v1$", "");
    this.base = URI.create(path + "/v1/");
    this.apiKey = requireNonNull(apiKey, "apiKey is null");
    this.timeout = requireNonNull(timeout, "timeout is null");
    this.nanoClock = requireNonNull(nanoClock, "nanoClock is null");
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .build();
  }

  /**
   * Returns the name of the first model that the server lists.
   *
   * @throws IOException when the server cannot be reached or lists none; says which
   */
  public String firstModel() throws IOException, InterruptedException {
    URI models = base.resolve("models");
    HttpResponse<String> response;
    try {
      response = http.send(request(models).GET().build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IOException("cannot reach " + models + ": " + Failures.reason(e), e);
    }
    if (response.statusCode() != 200) {
      throw new IOException(models + " answered " + response.statusCode());
    }
    JsonNode id = JSON.readTree(response.body()).at("/data/0/id");
    if (!id.isTextual()) {
      throw new IOException(models + " lists no model");
    }
    return id.textValue();
  }

  /**
   * Asks, and returns at once.
   *
   * @return completed with what became of it, never exceptionally
   */
  public CompletableFuture<Reply> ask(String model, Question question) {
    HttpRequest request =
        request(base.resolve("chat/completions"))
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(body(model, question)))
            .build();
    CompletableFuture<HttpResponse<Reply>> exchange =
        http.sendAsync(request, new ReplyHandler(nanoClock));
    return exchange
        .thenApply(HttpResponse::body)
        .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(
            problem -> {
              // Without this a server that never answers would be waited for.
              exchange.cancel(true);
              return Failures.of(problem, nanoClock.getAsLong());
            });
  }

  private HttpRequest.Builder request(URI uri) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(timeout);
    apiKey.ifPresent(key -> request.header("Authorization", "Bearer " + key));
    return request;
  }

  private static String body(String model, Question question) {
    ObjectNode body = JSON.createObjectNode();
    body.put("model", model);
    body.putArray("messages").addObject().put("role", "user").put("content", question.prompt());
    body.put("max_tokens", question.maxTokens());
    body.put("stream", true);
    body.putObject("stream_options").put("include_usage", true);
    return body.toString();
  }
}
