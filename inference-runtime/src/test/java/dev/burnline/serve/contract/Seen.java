package dev.burnline.serve.contract;

import java.util.Map;

/**
 * What a client saw of a request.
 *
 * @param httpStatus status of the answer; 0 when the client did not wait for it
 * @param errorType what the log has to say of it; empty for an answer
 * @param finishReason why an answer ended; empty without an answer
 */
record Seen(int httpStatus, String errorType, String finishReason) {

  private static final Map<String, String> TYPES_OF_CODES =
      Map.of(
          "context_length_exceeded", "context_length",
          "model_not_found", "validation",
          "missing_api_key", "validation",
          "invalid_api_key", "validation");

  static Seen answer(int httpStatus, String finishReason) {
    return new Seen(httpStatus, "", finishReason);
  }

  static Seen error(int httpStatus, String code) {
    return new Seen(httpStatus, TYPES_OF_CODES.getOrDefault(code, code), "");
  }

  /** The client closed the connection before the end. */
  static Seen left() {
    return new Seen(0, "client_disconnect", "");
  }

  boolean isAnswer() {
    return errorType.isEmpty();
  }
}
