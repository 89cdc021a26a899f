package dev.burnline.serve.http;

import static java.util.Objects.requireNonNull;

import dev.burnline.serve.event.ErrorType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as OpenAI's API tells it.
 *
 * @param httpStatus status of the answer
 * @param type the kind of the failure in the log
 * @param code what went wrong, for programs
 * @param param the field of the request that is wrong; null when it is not one field
 * @param message what went wrong, for people; never says anything of another request
 */
record ApiError(
    int httpStatus, ErrorType type, String code, @Nullable String param, String message) {

  /** Clients that are told to come later wait this long. */
  static final int RETRY_AFTER_SECONDS = 2;

  ApiError {
    requireNonNull(type, "type is null");
    requireNonNull(code, "code is null");
    requireNonNull(message, "message is null");
  }

  /** Returns an error whose code is the failure's kind. */
  static ApiError of(int httpStatus, ErrorType type, String message) {
    return new ApiError(httpStatus, type, type.key(), null, message);
  }

  ApiError withParam(String newParam) {
    return new ApiError(httpStatus, type, code, newParam, message);
  }

  ApiError withCode(String newCode) {
    return new ApiError(httpStatus, type, newCode, param, message);
  }

  /** Returns whether the same request may succeed later. */
  boolean isTemporary() {
    return httpStatus == 429 || httpStatus == 503;
  }

  /** Returns the answer's JSON: an object with the one field {@code error}. */
  Map<String, Object> body() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("message", message);
    fields.put("type", kind());
    fields.put("param", param);
    fields.put("code", code);
    return Map.of("error", fields);
  }

  private String kind() {
    if (httpStatus == 401) {
      return "authentication_error";
    }
    if (httpStatus == 429) {
      return "rate_limit_error";
    }
    return httpStatus < 500 ? "invalid_request_error" : "server_error";
  }
}
