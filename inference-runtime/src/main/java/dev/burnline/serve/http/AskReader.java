package dev.burnline.serve.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a request. Fields of OpenAI's API that would change the answer and are not there are
 * refused; other unknown fields are ignored, as clients send many.
 */
final class AskReader {

  private static final int MAX_STOPS = 16;
  private static final int MAX_STOP_CHARS = 256;

  private final Route route;
  private final JsonFields fields;
  private final int mostTokens;

  AskReader(Route route, ObjectNode body, int mostTokens) {
    this.route = route;
    this.fields = new JsonFields(body, "");
    this.mostTokens = mostTokens;
  }

  /** Returns the prompt, before anything else of the request is looked at. */
  Ask.Prompting prompt() throws ApiException {
    if (route == Route.CHAT) {
      return MessageReader.read(fields);
    }
    JsonNode prompt =
        fields.any("prompt").orElseThrow(() -> ApiException.invalid("prompt", "prompt is missing"));
    JsonNode text = prompt.isArray() && prompt.size() == 1 ? prompt.get(0) : prompt;
    if (!text.isTextual() || text.textValue().isEmpty()) {
      throw fields.wrong("prompt", "must be one text that is not empty", prompt);
    }
    return new Ask.Plain(JsonFields.wellFormed(text.textValue()));
  }

  /** Returns the whole request, its prompt being this one. */
  Ask ask(Ask.Prompting prompt) throws ApiException {
    Unsupported.check(fields);
    boolean stream = fields.flag("stream");
    Optional<JsonFields> streamOptions = fields.object("stream_options");
    if (streamOptions.isPresent() && !stream) {
      throw ApiException.invalid("stream_options", "stream_options needs stream to be true");
    }
    return new Ask(
        prompt,
        stream,
        streamOptions.isPresent() && streamOptions.get().flag("include_usage"),
        maxTokens(),
        fields.number("temperature", 0, 2),
        topP(),
        fields.whole("top_k", -1, Integer.MAX_VALUE).map(k -> Math.max(0, k.intValue())),
        fields.number("repetition_penalty", 0.01, 100),
        fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE),
        stops());
  }

  private Optional<Integer> maxTokens() throws ApiException {
    Optional<Long> newer = fields.whole("max_completion_tokens", 1, mostTokens);
    Optional<Long> older = fields.whole("max_tokens", 1, mostTokens);
    return newer.or(() -> older).map(Math::toIntExact);
  }

  private Optional<Double> topP() throws ApiException {
    Optional<Double> topP = fields.number("top_p", 0, 1);
    if (topP.isPresent() && topP.get() == 0) {
      throw ApiException.invalid("top_p", "top_p must be above 0, got 0");
    }
    return topP;
  }

  private List<String> stops() throws ApiException {
    Optional<JsonNode> value = fields.any("stop");
    if (value.isEmpty()) {
      return List.of();
    }
    List<JsonNode> nodes = new ArrayList<>();
    if (value.get().isArray()) {
      value.get().forEach(nodes::add);
    } else {
      nodes.add(value.get());
    }
    List<String> stops = new ArrayList<>();
    for (JsonNode node : nodes) {
      if (!node.isTextual()
          || node.textValue().isEmpty()
          || node.textValue().length() > MAX_STOP_CHARS
          || nodes.size() > MAX_STOPS) {
        throw fields.wrong(
            "stop",
            "must be a string of 1 to %d characters or an array of at most %d"
                .formatted(MAX_STOP_CHARS, MAX_STOPS),
            value.get());
      }
      stops.add(JsonFields.wellFormed(node.textValue()));
    }
    return stops;
  }
}
