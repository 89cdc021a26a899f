package dev.burnline.serve.http;

import dev.burnline.serve.event.ErrorType;

/** What a request is told when the server itself fails. */
final class ServerErrors {

  /** There was no memory on the request's own thread. */
  static final ApiError NO_MEMORY =
      ApiError.of(503, ErrorType.OVERLOADED, "the server has no memory left for this request");

  private ServerErrors() {}

  /** A defect of the server. */
  static ApiError defect(RuntimeException e) {
    return ApiError.of(500, ErrorType.ENGINE_ERROR, "the server failed: " + Shown.of(e.toString()));
  }
}
