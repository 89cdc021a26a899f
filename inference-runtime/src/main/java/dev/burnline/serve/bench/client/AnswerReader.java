package dev.burnline.serve.bench.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the events of one streamed chat completion. Used by one thread at a time. */
final class AnswerReader {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DONE = "[DONE]";

  /** Where a piece of text is in a chunk: reasoning has two names, plain completions have one. */
  private static final List<String> TEXT_POINTERS =
      List.of(
          "/choices/0/delta/content",
          "/choices/0/delta/reasoning_content",
          "/choices/0/delta/reasoning",
          "/choices/0/text");

  private final SseParser parser = new SseParser(this::event);
  private final Times pieces = new Times();
  private OptionalLong outputTokens = OptionalLong.empty();
  private OptionalLong promptTokens = OptionalLong.empty();
  private Reply.@Nullable Failed failure;
  private boolean finished;
  private long now;

  /**
   * Reads what came.
   *
   * @param nanos when it came
   */
  void feed(ByteBuffer bytes, long nanos) {
    now = nanos;
    parser.feed(bytes);
  }

  /** Returns what became of the request, the connection having ended well. */
  Reply end(long nanos) {
    now = nanos;
    parser.end();
    if (failure != null) {
      return failure;
    }
    if (!finished) {
      return new Reply.Failed(
          "truncated",
          "the stream ended after " + pieces.count() + " pieces without an end of the answer",
          nanos);
    }
    if (pieces.count() == 0 && outputTokens.orElse(0) > 0) {
      // A very short answer may be all marks, such as the one that begins the reasoning.
      pieces.add(nanos);
    }
    if (pieces.count() == 0) {
      return new Reply.Failed("empty", "the answer has no text", nanos);
    }
    return new Reply.Answered(pieces, outputTokens, promptTokens, nanos);
  }

  private void event(String data) {
    if (data.strip().equals(DONE)) {
      finished = true;
      return;
    }
    try {
      read(JSON.readTree(data));
    } catch (JsonProcessingException e) {
      fail("malformed", "an event is not JSON: " + e.getOriginalMessage());
    }
  }

  private void read(JsonNode chunk) {
    JsonNode error = chunk.path("error");
    if (!error.isMissingNode() && !error.isNull()) {
      fail("stream_error", error.path("message").asText(error.toString()));
      return;
    }
    for (String pointer : TEXT_POINTERS) {
      if (!chunk.at(pointer).asText("").isEmpty() && !chunk.at(pointer).isNull()) {
        pieces.add(now);
        break;
      }
    }
    if (chunk.at("/choices/0/finish_reason").isTextual()) {
      finished = true;
    }
    outputTokens = count(chunk.at("/usage/completion_tokens"), outputTokens);
    promptTokens = count(chunk.at("/usage/prompt_tokens"), promptTokens);
  }

  private void fail(String kind, String message) {
    if (failure == null) {
      failure = new Reply.Failed(kind, message, now);
    }
  }

  private static OptionalLong count(JsonNode value, OptionalLong before) {
    return value.isIntegralNumber() && value.longValue() >= 0
        ? OptionalLong.of(value.longValue())
        : before;
  }
}
