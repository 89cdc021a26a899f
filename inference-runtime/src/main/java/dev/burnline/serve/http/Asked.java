package dev.burnline.serve.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.burnline.serve.engine.TextEngine;
import dev.burnline.serve.event.RequestParameters;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the log keeps of a request, valid or not. */
final class Asked {

  private Asked() {}

  /** Returns what is known of a request before its body is read; for later. */
  static Supplier<RequestParameters> unread(
      Route route, Optional<TextEngine> engine, Optional<String> tenant) {
    return () ->
        RequestParameters.unread(
            route.operation(), route.path(), engine.map(running -> running.model().name()), tenant);
  }

  /** Returns the parameters of a valid request. */
  static RequestParameters of(Route route, Ask ask, String servedModel, Optional<String> tenant) {
    return new RequestParameters(
        route.operation(),
        servedModel,
        ask.stream(),
        ask.maxTokens().map(Integer::longValue).orElse(null),
        ask.temperature().orElse(null),
        ask.topP().orElse(null),
        ask.seed().orElse(null),
        tenant.orElse(null),
        route.path());
  }

  /** Returns the parameters as they were sent; those of a wrong type are left out. */
  static RequestParameters parameters(
      Route route, ObjectNode body, String servedModel, Optional<String> tenant) {
    String model = body.path("model").asText("");
    Long newer = whole(body, "max_completion_tokens");
    return new RequestParameters(
        route.operation(),
        body.path("model").isTextual() && !model.isEmpty() ? model : servedModel,
        stream(body.path("stream")),
        newer == null ? whole(body, "max_tokens") : newer,
        number(body, "temperature"),
        number(body, "top_p"),
        whole(body, "seed"),
        tenant.orElse(null),
        route.path());
  }

  /** Who does not say wants no stream. */
  private static @Nullable Boolean stream(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return false;
    }
    return value.isBoolean() ? value.booleanValue() : null;
  }

  private static @Nullable Long whole(ObjectNode body, String key) {
    JsonNode value = body.path(key);
    return value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : null;
  }

  private static @Nullable Double number(ObjectNode body, String key) {
    JsonNode value = body.path(key);
    return value.isNumber() ? value.doubleValue() : null;
  }
}
