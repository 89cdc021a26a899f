package dev.burnline.serve.account;

import dev.burnline.serve.event.LogEvent;

/** Where accounts go. The threads of requests call it, so that it must neither wait nor throw. */
public interface AccountBook {

  /** Takes an event of a request. */
  void write(LogEvent event);

  /**
   * Takes what an account has cost, at most once for each; not kept unless overridden.
   *
   * @param nanos how long the request's own thread needed to note what is asked for, to tell of the
   *     prompt and to finish, waiting for a processor included; not negative
   */
  default void cost(long nanos) {}
}
