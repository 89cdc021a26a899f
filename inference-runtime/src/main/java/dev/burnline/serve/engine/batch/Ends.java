package dev.burnline.serve.engine.batch;

import dev.burnline.serve.engine.GenerationEnd.Failed;
import dev.burnline.serve.engine.GenerationEnd.Rejected;
import dev.burnline.serve.event.ErrorType;
import java.time.Duration;

/** The ends that are no answers, with their messages. */
final class Ends {

  static final Rejected REJECTED_AT_SHUTDOWN =
      new Rejected(ErrorType.SHUTDOWN, "the server is shutting down");
  static final Failed FAILED_AT_SHUTDOWN =
      new Failed(ErrorType.SHUTDOWN, "the server shut down before the answer was complete");

  static final Failed LOST =
      new Failed(ErrorType.ENGINE_ERROR, "the server had no memory to tell what failed");

  private Ends() {}

  static Rejected overloaded(int queueLength) {
    return new Rejected(
        ErrorType.OVERLOADED, "the queue is full: " + queueLength + " requests are waiting");
  }

  static Rejected tooLong(int promptTokens, long mostTokens, String of) {
    return new Rejected(
        ErrorType.CONTEXT_LENGTH,
        "the prompt has %d tokens; with one of output it is over the %s of %d tokens"
            .formatted(promptTokens, of, mostTokens));
  }

  static Rejected waitedTooLong(Duration timeout) {
    return new Rejected(
        ErrorType.QUEUE_TIMEOUT, "waited over %d ms in the queue".formatted(timeout.toMillis()));
  }

  static Failed generatedTooLong(Duration timeout) {
    return new Failed(
        ErrorType.GENERATION_TIMEOUT, "generation took over %d ms".formatted(timeout.toMillis()));
  }

  static Failed noMemory(Throwable cause) {
    return new Failed(ErrorType.CUDA_OOM, "the device has no memory left: " + said(cause));
  }

  static Failed deviceFault(Throwable cause) {
    return new Failed(ErrorType.CUDA_ERROR, "the device failed: " + said(cause));
  }

  static Failed engineError(Throwable cause) {
    return new Failed(ErrorType.ENGINE_ERROR, said(cause));
  }

  private static String said(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
