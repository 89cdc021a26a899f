package dev.burnline.serve.http;

import io.javalin.http.Context;
import java.util.Optional;

/** Lets the pages of one web site call the API, if so configured. */
final class Cors {

  private static final String EXPOSED =
      "x-request-id, x-queue-time, x-inference-time, x-time-per-token, x-prompt-tokens,"
          + " x-generated-tokens, retry-after";

  private final Optional<String> origin;

  Cors(Optional<String> origin) {
    this.origin = origin;
  }

  void addTo(Context context) {
    if (origin.isPresent()) {
      context.res().setHeader("Vary", "Origin");
      context.res().setHeader("Access-Control-Allow-Origin", origin.get());
      context.res().setHeader("Access-Control-Expose-Headers", EXPOSED);
    }
  }

  void preflight(Context context) {
    context.res().setHeader("Allow", "POST, OPTIONS");
    if (origin.isPresent()) {
      context.res().setHeader("Access-Control-Allow-Methods", "POST");
      context
          .res()
          .setHeader("Access-Control-Allow-Headers", "authorization, content-type, x-request-id");
      context.res().setHeader("Access-Control-Max-Age", "600");
    }
    context.status(204);
  }
}
