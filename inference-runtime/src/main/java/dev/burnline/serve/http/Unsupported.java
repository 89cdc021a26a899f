package dev.burnline.serve.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Fields of OpenAI's API that are not there, and the values with which they change nothing. */
final class Unsupported {

  private static final Map<String, Predicate<JsonNode>> HARMLESS = harmless();

  private Unsupported() {}

  private static Map<String, Predicate<JsonNode>> harmless() {
    Map<String, Predicate<JsonNode>> fields = new LinkedHashMap<>();
    fields.put("n", Unsupported::isOne);
    fields.put("best_of", Unsupported::isOne);
    fields.put("tools", Unsupported::isEmpty);
    fields.put("functions", Unsupported::isEmpty);
    fields.put(
        "tool_choice", value -> value.asText().equals("none") || value.asText().equals("auto"));
    fields.put(
        "function_call", value -> value.asText().equals("none") || value.asText().equals("auto"));
    fields.put("response_format", value -> value.path("type").asText().equals("text"));
    fields.put("modalities", value -> value.size() == 1 && value.get(0).asText().equals("text"));
    fields.put("audio", Unsupported::isEmpty);
    fields.put("logprobs", Unsupported::isFalse);
    fields.put("top_logprobs", Unsupported::isZero);
    fields.put("logit_bias", Unsupported::isEmpty);
    fields.put("presence_penalty", Unsupported::isZero);
    fields.put("frequency_penalty", Unsupported::isZero);
    fields.put("echo", Unsupported::isFalse);
    fields.put("suffix", value -> value.isTextual() && value.textValue().isEmpty());
    return fields;
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isContainerNode() && value.isEmpty();
  }

  private static boolean isFalse(JsonNode value) {
    return value.isBoolean() && !value.booleanValue();
  }

  private static boolean isZero(JsonNode value) {
    return value.isNumber() && value.doubleValue() == 0;
  }

  private static boolean isOne(JsonNode value) {
    return value.isNumber() && value.doubleValue() == 1;
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
