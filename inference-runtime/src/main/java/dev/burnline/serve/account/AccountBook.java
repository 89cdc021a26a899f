package dev.burnline.serve.account;

import dev.burnline.serve.event.LogEntry;

/** Where accounts go. The threads of requests call it, so that it must neither wait nor throw. */
public interface AccountBook {

  /** Takes an event of a request, or what it will be made of. */
  void write(LogEntry entry);

  /**
   * Takes what an account has cost, at most once for each; not kept unless overridden.
   *
   * @param nanos how long the request's own thread needed to open the account, to note what is
   *     asked for, to tell of the prompt and to finish, waiting for a processor included; not
   *     negative
   */
  default void cost(long nanos) {}
}
