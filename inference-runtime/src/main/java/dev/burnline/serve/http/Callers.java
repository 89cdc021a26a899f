package dev.burnline.serve.http;

import dev.burnline.serve.event.ErrorType;
import dev.burnline.serve.settings.ApiKeys;
import dev.burnline.serve.settings.ApiKeys.Caller;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Knows callers by their keys. */
final class Callers {

  private static final String SCHEME = "bearer ";

  private final ApiKeys keys;

  Callers(ApiKeys keys) {
    this.keys = keys;
  }

  /**
   * Returns who sends this header.
   *
   * @param authorization {@code Bearer KEY}; null without one
   */
  Caller of(@Nullable String authorization) throws ApiException {
    if (!keys.areNeeded()) {
      return Caller.ANYBODY;
    }
    if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      throw new ApiException(
          ApiError.of(401, ErrorType.VALIDATION, "an API key is needed: Authorization: Bearer KEY")
              .withCode("missing_api_key"));
    }
    return keys.caller(authorization.substring(SCHEME.length()).strip())
        .orElseThrow(
            () ->
                new ApiException(
                    ApiError.of(401, ErrorType.VALIDATION, "the API key is not known")
                        .withCode("invalid_api_key")));
  }
}
