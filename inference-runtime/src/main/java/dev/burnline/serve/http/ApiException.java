package dev.burnline.serve.http;

import static java.util.Objects.requireNonNull;

import dev.burnline.serve.event.ErrorType;

/** A request cannot be answered; the client is told why. */
final class ApiException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient ApiError error;

  ApiException(ApiError error) {
    super(error.message(), null, false, false);
    this.error = requireNonNull(error, "error is null");
  }

  ApiError error() {
    return error;
  }

  /** Returns the refusal of a request whose field has a wrong value. */
  static ApiException invalid(String param, String message) {
    return new ApiException(ApiError.of(400, ErrorType.VALIDATION, message).withParam(param));
  }

  static ApiException of(int httpStatus, ErrorType type, String message) {
    return new ApiException(ApiError.of(httpStatus, type, message));
  }
}
