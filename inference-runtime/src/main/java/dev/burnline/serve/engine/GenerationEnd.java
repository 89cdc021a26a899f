package dev.burnline.serve.engine;

import static java.util.Objects.requireNonNull;

import dev.burnline.serve.event.ErrorType;
import dev.burnline.serve.event.FinishReason;

/** How a request ended. */
public sealed interface GenerationEnd {

  /**
   * An answer.
   *
   * @param reason {@code STOP}, {@code LENGTH} or {@code REPETITION}
   * @param outputTokens tokens generated, the one that ends the answer included
   * @param repetitionRatio share of the answer that repeats itself, 0 to 1
   */
  record Completed(FinishReason reason, int outputTokens, double repetitionRatio)
      implements GenerationEnd {

    public Completed {
      requireNonNull(reason, "reason is null");
    }
  }

  /**
   * No answer, since the engine had no room for it or is shutting down; it never reached the model.
   *
   * @param type {@code OVERLOADED}, {@code QUEUE_TIMEOUT}, {@code CONTEXT_LENGTH} or {@code
   *     SHUTDOWN}
   */
  record Rejected(ErrorType type, String message) implements GenerationEnd {

    public Rejected {
      requireNonNull(type, "type is null");
      requireNonNull(message, "message is null");
    }
  }

  /** The caller cancelled it. */
  record Cancelled() implements GenerationEnd {}

  /**
   * It failed at work.
   *
   * @param type {@code GENERATION_TIMEOUT}, {@code CUDA_OOM}, {@code CUDA_ERROR}, {@code
   *     ENGINE_ERROR} or {@code SHUTDOWN}
   */
  record Failed(ErrorType type, String message) implements GenerationEnd {

    public Failed {
      requireNonNull(type, "type is null");
      requireNonNull(message, "message is null");
    }
  }
}
