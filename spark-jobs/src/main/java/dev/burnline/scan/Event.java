package dev.burnline.scan;

import org.jspecify.annotations.Nullable;

/** The events that are told apart; everything else a server writes is {@link #OTHER}. */
public enum Event {
  REQUEST_FINISHED,
  REQUEST_RECEIVED,
  GPU_SAMPLE,
  HEARTBEAT,
  OTHER;

  /** Returns the event of an {@code event} value; a line without one is a finished request. */
  static Event ofKey(@Nullable String key) {
    if (key == null) {
      return REQUEST_FINISHED;
    }
    return switch (key) {
      case "request.finished" -> REQUEST_FINISHED;
      case "request.received" -> REQUEST_RECEIVED;
      case "gpu.sample" -> GPU_SAMPLE;
      case "heartbeat" -> HEARTBEAT;
      default -> OTHER;
    };
  }
}
