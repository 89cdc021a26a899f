package dev.burnline.serve.account;

import dev.burnline.serve.event.LogEvent;

/** Where accounts go. Called by the threads of requests, so that it must neither wait nor throw. */
public interface AccountBook {

  /** Takes an event of a request. */
  void write(LogEvent event);

  /**
   * Takes what an account has cost, once for each that ended; not kept unless overridden.
   *
   * @param nanos how long the request's own thread was kept by its account and its lines, waiting
   *     for a processor included; not negative
   */
  default void cost(long nanos) {}
}
