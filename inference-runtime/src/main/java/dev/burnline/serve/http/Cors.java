package dev.burnline.serve.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets the pages of one web site call the API, if so configured. */
final class Cors {

  private static final String EXPOSED =
      "x-request-id, x-queue-time, x-inference-time, x-time-per-token, x-prompt-tokens,"
          + " x-generated-tokens, retry-after";

  private static final String USUAL_HEADERS = "authorization, content-type, x-request-id";

  /** The name of a header, as RFC 9110 has it. */
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

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

  /**
   * Lets a page send what its browser asks for, as clients add headers of their own and none does
   * harm.
   *
   * @param methods what the path takes
   */
  void preflight(Context context, String methods) {
    context.res().setHeader("Allow", methods + ", OPTIONS");
    if (origin.isPresent()) {
      context.res().setHeader("Vary", "Origin, Access-Control-Request-Headers");
      context.res().setHeader("Access-Control-Allow-Methods", methods);
      context
          .res()
          .setHeader(
              "Access-Control-Allow-Headers",
              headers(context.header("Access-Control-Request-Headers")));
      context.res().setHeader("Access-Control-Max-Age", "600");
    }
    context.status(204);
  }

  private static String headers(@Nullable String asked) {
    boolean wellFormed =
        asked != null
            && Arrays.stream(asked.split(",", -1))
                .allMatch(name -> TOKEN.matcher(name.strip()).matches());
    return wellFormed ? asked : USUAL_HEADERS;
  }
}
