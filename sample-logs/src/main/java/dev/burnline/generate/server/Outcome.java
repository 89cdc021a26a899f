package dev.burnline.generate.server;

import java.util.Locale;

/** How a request ends, as the request log contract names it. */
public enum Outcome {
  /** Answered. */
  SUCCESS("success", 200, ""),
  /** A parameter is out of range. */
  VALIDATION("error", 422, "temperature must be in [0, 2], got 7.5"),
  /** The body is not JSON. */
  MALFORMED_JSON("error", 400, "request body is not JSON: unexpected end of input at byte 118"),
  /** Prompt and answer do not fit the context. */
  CONTEXT_LENGTH("error", 400, "prompt and max_tokens exceed the context of 32768 tokens"),
  /** The queue is full. */
  OVERLOADED("rejected", 429, "queue is full"),
  /** Waited too long for a slot. */
  QUEUE_TIMEOUT("error", 503, "no free slot within 30000 ms"),
  /** Generated too long. */
  GENERATION_TIMEOUT("error", 504, "generation exceeded 120000 ms"),
  /** The client hung up. */
  CLIENT_DISCONNECT("cancelled", 499, "client closed the connection"),
  /** The device has no memory left. */
  CUDA_OOM("error", 500, "CUDA out of memory. Tried to allocate 2.38 GiB (GPU 0; 24.00 GiB total)"),
  /** The device failed. */
  CUDA_ERROR("error", 500, "CUDA error: an illegal memory access was encountered"),
  /** The engine failed. */
  ENGINE_ERROR("error", 500, "ai.djl.engine.EngineException: forward failed in layer 17"),
  /** The server is draining. */
  SHUTDOWN("rejected", 503, "server is shutting down");

  private final String status;
  private final int httpStatus;
  private final String message;

  Outcome(String status, int httpStatus, String message) {
    this.status = status;
    this.httpStatus = httpStatus;
    this.message = message;
  }

  /** Returns {@code success}, {@code error}, {@code cancelled} or {@code rejected}. */
  public String status() {
    return status;
  }

  /** Returns the HTTP status code. */
  public int httpStatus() {
    return httpStatus;
  }

  /** Returns the text for {@code error_message}; empty for a success. */
  public String message() {
    return message;
  }

  /** Returns the {@code error_type} of the contract. */
  public String errorType() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether the request is answered at once and never takes a slot. */
  boolean isRefusal() {
    return switch (this) {
      case VALIDATION, MALFORMED_JSON, CONTEXT_LENGTH, OVERLOADED, SHUTDOWN -> true;
      case SUCCESS,
          QUEUE_TIMEOUT,
          GENERATION_TIMEOUT,
          CLIENT_DISCONNECT,
          CUDA_OOM,
          CUDA_ERROR,
          ENGINE_ERROR ->
          false;
    };
  }
}
