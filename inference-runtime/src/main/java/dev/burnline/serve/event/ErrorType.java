package dev.burnline.serve.event;

import java.util.Locale;

/** Why a request did not succeed, as the contract's {@code error_type} says it. */
public enum ErrorType {
  VALIDATION,
  MALFORMED_JSON,
  CONTEXT_LENGTH,
  OVERLOADED,
  QUEUE_TIMEOUT,
  GENERATION_TIMEOUT,
  CLIENT_DISCONNECT,
  CUDA_OOM,
  CUDA_ERROR,
  ENGINE_ERROR,
  SHUTDOWN;

  /** Returns the value in the log. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
