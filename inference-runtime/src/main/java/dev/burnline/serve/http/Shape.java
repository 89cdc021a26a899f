package dev.burnline.serve.http;

import static java.util.Objects.requireNonNull;

import dev.burnline.serve.engine.GenerationListener.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of an answer in OpenAI's form.
 *
 * @param route which of the two forms
 * @param id the request
 * @param createdSeconds when it came, Unix time
 * @param model the model's name
 */
record Shape(Route route, String id, long createdSeconds, String model) {

  Shape {
    requireNonNull(route, "route is null");
    requireNonNull(id, "id is null");
    requireNonNull(model, "model is null");
  }

  /** Returns a whole answer without its {@code usage}. */
  Map<String, @Nullable Object> whole(String content, String reasoning, String finishReason) {
    Map<String, @Nullable Object> choice = choice(finishReason);
    if (route == Route.TEXT) {
      choice.put("text", reasoning + content);
    } else {
      Map<String, @Nullable Object> message = new LinkedHashMap<>();
      message.put("role", "assistant");
      message.put("content", content);
      if (!reasoning.isEmpty()) {
        message.put("reasoning_content", reasoning);
      }
      choice.put("message", message);
    }
    return envelope(route == Route.CHAT ? "chat.completion" : "text_completion", List.of(choice));
  }

  /** Returns the first chunk of a stream. */
  Map<String, @Nullable Object> opening() {
    Map<String, Object> delta = new LinkedHashMap<>();
    delta.put("role", "assistant");
    delta.put("content", "");
    return chunk(delta, "", null);
  }

  /** Returns a chunk with text. */
  Map<String, @Nullable Object> text(Inbox.Piece piece) {
    String key = piece.part() == Part.REASONING ? "reasoning_content" : "content";
    return chunk(Map.of(key, piece.text()), piece.text(), null);
  }

  /** Returns the chunk that ends the text. */
  Map<String, @Nullable Object> closing(String finishReason) {
    return chunk(Map.of(), "", finishReason);
  }

  /** Returns a chunk without text, for {@code usage}. */
  Map<String, @Nullable Object> empty() {
    return envelope(chunkName(), List.of());
  }

  private Map<String, @Nullable Object> chunk(
      Map<String, ?> delta, String text, @Nullable String finishReason) {
    Map<String, @Nullable Object> choice = choice(finishReason);
    if (route == Route.CHAT) {
      choice.put("delta", delta);
    } else {
      choice.put("text", text);
    }
    return envelope(chunkName(), List.of(choice));
  }

  private String chunkName() {
    return route == Route.CHAT ? "chat.completion.chunk" : "text_completion";
  }

  private static Map<String, @Nullable Object> choice(@Nullable String finishReason) {
    Map<String, @Nullable Object> choice = new LinkedHashMap<>();
    choice.put("index", 0);
    choice.put("finish_reason", finishReason);
    choice.put("logprobs", null);
    return choice;
  }

  private Map<String, @Nullable Object> envelope(String object, List<?> choices) {
    Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
    envelope.put("id", (route == Route.CHAT ? "chatcmpl-" : "cmpl-") + id);
    envelope.put("object", object);
    envelope.put("created", createdSeconds);
    envelope.put("model", model);
    envelope.put("choices", choices);
    return envelope;
  }
}
