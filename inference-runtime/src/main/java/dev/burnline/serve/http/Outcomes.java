package dev.burnline.serve.http;

import dev.burnline.serve.event.ErrorType;
import dev.burnline.serve.event.Outcome;

/** What an error is in the log. */
final class Outcomes {

  private Outcomes() {}

  /** Returns the outcome of a request that never reached the model. */
  static Outcome refused(ApiError error) {
    return switch (error.type()) {
      case VALIDATION, MALFORMED_JSON, CONTEXT_LENGTH, OVERLOADED, QUEUE_TIMEOUT, SHUTDOWN ->
          Outcome.rejected(error.httpStatus(), error.type(), error.message());
      case CLIENT_DISCONNECT, GENERATION_TIMEOUT, CUDA_OOM, CUDA_ERROR, ENGINE_ERROR ->
          failed(error, error.httpStatus());
    };
  }

  /**
   * Returns the outcome of a request that failed at work.
   *
   * @param seenStatus the status that the client saw
   */
  static Outcome failed(ApiError error, int seenStatus) {
    return error.type() == ErrorType.CLIENT_DISCONNECT
        ? Outcome.cancelled(seenStatus, error.type(), error.message())
        : Outcome.error(seenStatus, error.type(), error.message());
  }
}
