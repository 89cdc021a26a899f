package dev.burnline.serve.bench.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.LongSupplier;

/** Reads a reply while it comes, on the HTTP client's own threads. */
final class ReplyHandler implements BodyHandler<Reply> {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN_CHARACTERS = 200;

  private final LongSupplier nanoClock;

  ReplyHandler(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  @Override
  public BodySubscriber<Reply> apply(ResponseInfo response) {
    return response.statusCode() == 200
        ? new Subscriber(nanoClock)
        : BodySubscribers.mapping(
            BodySubscribers.ofString(StandardCharsets.UTF_8),
            body ->
                new Reply.Failed(
                    "http_" + response.statusCode(), message(body), nanoClock.getAsLong()));
  }

  /** Returns the message of an OpenAI-style error, or the beginning of another body. */
  static String message(String body) {
    try {
      JsonNode message = JSON.readTree(body).at("/error/message");
      if (message.isTextual()) {
        return message.textValue();
      }
    } catch (JsonProcessingException e) {
      return body.substring(0, Math.min(body.length(), SHOWN_CHARACTERS));
    }
    return body.substring(0, Math.min(body.length(), SHOWN_CHARACTERS));
  }

  private static final class Subscriber implements BodySubscriber<Reply> {

    private final LongSupplier nanoClock;
    private final AnswerReader reader = new AnswerReader();
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();

    Subscriber(LongSupplier nanoClock) {
      this.nanoClock = nanoClock;
    }

    @Override
    public CompletionStage<Reply> getBody() {
      return reply;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      long now = nanoClock.getAsLong();
      buffers.forEach(buffer -> reader.feed(buffer, now));
    }

    @Override
    public void onError(Throwable problem) {
      reply.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
      reply.complete(reader.end(nanoClock.getAsLong()));
    }
  }
}
