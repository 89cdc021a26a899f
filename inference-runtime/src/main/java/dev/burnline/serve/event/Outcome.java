package dev.burnline.serve.event;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * How a request ended.
 *
 * @param status the outcome
 * @param httpStatus status code of the answer, 100 to 599
 * @param errorType why it failed; null exactly when the status is {@code SUCCESS}
 * @param errorMessage what went wrong, shortened to 200 code points; null on success
 * @param finishReason why generation ended; null when it never began
 */
public record Outcome(
    Status status,
    int httpStatus,
    @Nullable ErrorType errorType,
    @Nullable String errorMessage,
    @Nullable FinishReason finishReason) {

  public Outcome {
    requireNonNull(status, "status is null");
    if (httpStatus < 100 || httpStatus > 599) {
      throw new IllegalArgumentException("httpStatus must be in 100..599, got " + httpStatus);
    }
    if ((status == Status.SUCCESS) != (errorType == null)) {
      throw new IllegalArgumentException(
          "status " + status.key() + " does not go with error type " + errorType);
    }
    errorMessage = errorMessage == null ? null : Excerpt.message(errorMessage);
  }

  /** Returns a success, HTTP 200. */
  public static Outcome success(FinishReason finishReason) {
    return new Outcome(
        Status.SUCCESS, 200, null, null, requireNonNull(finishReason, "finishReason is null"));
  }

  /** Returns a failure of a request that was accepted. */
  public static Outcome error(int httpStatus, ErrorType errorType, String message) {
    return new Outcome(Status.ERROR, httpStatus, errorType, message, FinishReason.ERROR);
  }

  /** Returns the end of a request whose client went away or whose generation was cut off. */
  public static Outcome cancelled(int httpStatus, ErrorType errorType, String message) {
    return new Outcome(Status.CANCELLED, httpStatus, errorType, message, FinishReason.ABORT);
  }

  /** Returns the refusal of a request that never reached the model. */
  public static Outcome rejected(int httpStatus, ErrorType errorType, String message) {
    return new Outcome(Status.REJECTED, httpStatus, errorType, message, null);
  }

  LogEvent.Level level() {
    return switch (status) {
      case SUCCESS -> LogEvent.Level.INFO;
      case CANCELLED, REJECTED -> LogEvent.Level.WARNING;
      case ERROR -> LogEvent.Level.ERROR;
    };
  }

  void describe(Fields fields) {
    fields.text("status", status.key());
    fields.count("http_status", httpStatus);
    fields.text("error_type", errorType == null ? null : errorType.key());
    fields.text("error_message", errorMessage);
    fields.text("finish_reason", finishReason == null ? null : finishReason.key());
  }
}
