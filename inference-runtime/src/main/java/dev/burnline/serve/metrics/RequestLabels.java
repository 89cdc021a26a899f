package dev.burnline.serve.metrics;

import dev.burnline.serve.event.Outcome;
import dev.burnline.serve.event.RequestFinished;
import dev.burnline.serve.event.RequestParameters;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The labels that an SLO's rules select by; an absent field is an empty label.
 *
 * @param service the service's name
 * @param model name of the model, or {@code other}
 * @param status how the request ended
 * @param errorType what failed
 * @param finishReason why the answer ended
 * @param tenant whose request it was, or {@code other}
 * @param route path of the API, or {@code other}
 */
record RequestLabels(
    String service,
    String model,
    String status,
    String errorType,
    String finishReason,
    String tenant,
    String route) {

  static final String[] NAMES = {
    "service", "model", "status", "error_type", "finish_reason", "tenant", "route"
  };

  /** Takes the place of what clients may choose freely. */
  private static final String OTHER = "other";

  static RequestLabels of(
      RequestFinished event, String service, String servedModel, Set<String> tenants) {
    Outcome outcome = event.outcome();
    RequestParameters parameters = event.parameters();
    return new RequestLabels(
        service,
        known(parameters.model(), servedModel::equals),
        outcome.status().key(),
        outcome.errorType() == null ? "" : outcome.errorType().key(),
        outcome.finishReason() == null ? "" : outcome.finishReason().key(),
        known(parameters.tenant(), tenants::contains),
        known(parameters.route(), Buckets.ROUTES::contains));
  }

  /** Returns the values in the order of the names. */
  String[] values() {
    return new String[] {service, model, status, errorType, finishReason, tenant, route};
  }

  private static String known(@Nullable String value, Predicate<String> isKnown) {
    if (value == null) {
      return "";
    }
    return isKnown.test(value) ? value : OTHER;
  }
}
