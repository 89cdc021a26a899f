package dev.burnline.serve.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Fields of OpenAI's API that are not there, and the values with which they change nothing. */
final class Unsupported {

  private static final Predicate<JsonNode> EMPTY =
      value -> value.isContainerNode() && value.isEmpty();
  private static final Predicate<JsonNode> FALSE =
      value -> value.isBoolean() && !value.booleanValue();
  private static final Predicate<JsonNode> ZERO =
      value -> value.isNumber() && value.doubleValue() == 0;
  private static final Predicate<JsonNode> ONE =
      value -> value.isNumber() && value.doubleValue() == 1;

  private static final Map<String, Predicate<JsonNode>> HARMLESS = harmless();

  private Unsupported() {}

  private static Map<String, Predicate<JsonNode>> harmless() {
    Map<String, Predicate<JsonNode>> fields = new LinkedHashMap<>();
    fields.put("n", ONE);
    fields.put("best_of", ONE);
    fields.put("tools", EMPTY);
    fields.put("functions", EMPTY);
    fields.put(
        "tool_choice", value -> value.asText().equals("none") || value.asText().equals("auto"));
    fields.put(
        "function_call", value -> value.asText().equals("none") || value.asText().equals("auto"));
    fields.put("response_format", value -> value.path("type").asText().equals("text"));
    fields.put("modalities", value -> value.size() == 1 && value.get(0).asText().equals("text"));
    fields.put("audio", EMPTY);
    fields.put("logprobs", FALSE);
    fields.put("top_logprobs", ZERO);
    fields.put("logit_bias", EMPTY);
    fields.put("presence_penalty", ZERO);
    fields.put("frequency_penalty", ZERO);
    fields.put("echo", FALSE);
    fields.put("suffix", value -> value.isTextual() && value.textValue().isEmpty());
    return fields;
  }

  static void check(JsonFields request) throws ApiException {
    for (Map.Entry<String, Predicate<JsonNode>> field : HARMLESS.entrySet()) {
      Optional<JsonNode> value = request.any(field.getKey());
      if (value.isPresent() && !field.getValue().test(value.get())) {
        throw request.wrong(field.getKey(), "is not supported by this server", value.get());
      }
    }
  }
}
