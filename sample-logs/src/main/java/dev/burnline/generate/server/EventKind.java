package dev.burnline.generate.server;

/** The kinds of lines. */
public enum EventKind {
  /** The process begins. */
  STARTING("service.starting"),
  /** The weights are in memory. */
  LOADED("model.loaded"),
  /** Requests are taken. */
  READY("service.ready"),
  /** No new requests are taken. */
  DRAINING("service.draining"),
  /** The process ends in order. */
  STOPPED("service.stopped"),
  /** The process before ended without an order. */
  CRASH_DETECTED("service.crash_detected"),
  /** A request came. */
  RECEIVED("request.received"),
  /** A request ended. */
  FINISHED("request.finished"),
  /** A look at the GPU. */
  GPU_SAMPLE("gpu.sample"),
  /** Totals of the process. */
  HEARTBEAT("heartbeat"),
  /** Not an event at all: an unusable line. */
  UNUSABLE("");

  private final String text;

  EventKind(String text) {
    this.text = text;
  }

  /** Returns the value of {@code event}. */
  public String text() {
    return text;
  }

  /** Returns whether it tells about the life of the process. */
  public boolean isLifecycle() {
    return switch (this) {
      case STARTING, LOADED, READY, DRAINING, STOPPED, CRASH_DETECTED -> true;
      case RECEIVED, FINISHED, GPU_SAMPLE, HEARTBEAT, UNUSABLE -> false;
    };
  }
}
