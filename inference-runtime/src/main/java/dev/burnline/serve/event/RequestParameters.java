package dev.burnline.serve.event;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked for. The values come from outside: a number that the contract cannot carry
 * (negative, not finite, a {@code topP} above 1) is left out and never refused here, so that a
 * refused request can still be logged. Of a request that is refused unread, only what is known
 * without its body is there.
 *
 * @param operation for example {@code chat} or {@code text_completion}
 * @param model the model's name; null while none is loaded
 * @param stream whether the answer is streamed; null when not known
 * @param maxTokens most output tokens; null when not given
 * @param temperature null when not given
 * @param topP null when not given
 * @param seed null when not given
 * @param tenant who asks; null when there are no tenants
 * @param route the path of the API; null when not known
 */
public record RequestParameters(
    String operation,
    @Nullable String model,
    @Nullable Boolean stream,
    @Nullable Long maxTokens,
    @Nullable Double temperature,
    @Nullable Double topP,
    @Nullable Long seed,
    @Nullable String tenant,
    @Nullable String route) {

  public RequestParameters {
    operation = Excerpt.name(operation, "operation");
    model = nameOrNull(model, "model");
    maxTokens = maxTokens != null && maxTokens < 0 ? null : maxTokens;
    temperature = usable(temperature);
    topP = topP != null && topP > 1 ? null : usable(topP);
    tenant = nameOrNull(tenant, "tenant");
    route = nameOrNull(route, "route");
  }

  /**
   * Returns what is known of a request before its body is read.
   *
   * @param servedModel the model that is loaded; empty before
   * @param tenant who asks; empty when not known
   */
  public static RequestParameters unread(
      String operation, String route, Optional<String> servedModel, Optional<String> tenant) {
    return new RequestParameters(
        operation,
        servedModel.orElse(null),
        null,
        null,
        null,
        null,
        null,
        tenant.orElse(null),
        route);
  }

  private static @Nullable String nameOrNull(@Nullable String name, String field) {
    return name == null || name.isEmpty() ? null : Excerpt.name(name, field);
  }

  private static @Nullable Double usable(@Nullable Double value) {
    return value != null && value >= 0 && Double.isFinite(value) ? value : null;
  }

  void describe(Fields fields) {
    fields.text("operation", operation);
    fields.text("model", model);
    fields.flag("stream", stream);
    fields.optionalCount("max_tokens", maxTokens);
    fields.measure("temperature", temperature);
    fields.measure("top_p", topP);
    fields.optionalCount("seed", seed);
    fields.text("tenant", tenant);
    fields.text("route", route);
  }
}
