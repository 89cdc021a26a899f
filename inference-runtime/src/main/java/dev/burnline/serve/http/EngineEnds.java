package dev.burnline.serve.http;

import dev.burnline.serve.engine.GenerationEnd;
import dev.burnline.serve.event.ErrorType;
import java.util.Optional;

/** How the ends of a generation are told to clients. */
final class EngineEnds {

  private EngineEnds() {}

  /** Returns the error; empty for an answer. */
  static Optional<ApiError> error(GenerationEnd end) {
    if (end instanceof GenerationEnd.Rejected rejected) {
      return Optional.of(error(rejected.type(), rejected.message()));
    }
    if (end instanceof GenerationEnd.Failed failed) {
      return Optional.of(error(failed.type(), failed.message()));
    }
    return end instanceof GenerationEnd.Cancelled
        ? Optional.of(error(ErrorType.CLIENT_DISCONNECT, "the request was cancelled"))
        : Optional.empty();
  }

  /** Returns the refusal of a request that comes too late. */
  static ApiError shutdown() {
    return error(ErrorType.SHUTDOWN, "the server is shutting down");
  }

  private static ApiError error(ErrorType type, String message) {
    int httpStatus =
        switch (type) {
          case VALIDATION, MALFORMED_JSON, CONTEXT_LENGTH -> 400;
          case OVERLOADED -> 429;
          case CLIENT_DISCONNECT -> 499;
          case CUDA_OOM, CUDA_ERROR, ENGINE_ERROR -> 500;
          case QUEUE_TIMEOUT, SHUTDOWN -> 503;
          case GENERATION_TIMEOUT -> 504;
        };
    ApiError error = ApiError.of(httpStatus, type, message);
    return type == ErrorType.CONTEXT_LENGTH ? error.withCode("context_length_exceeded") : error;
  }
}
