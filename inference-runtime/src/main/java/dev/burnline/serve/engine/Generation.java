package dev.burnline.serve.engine;

/** One request at work. */
public interface Generation {

  /**
   * Ends the request as {@code Cancelled} soon, from the queue or at the next token. Does nothing
   * when it has ended. Thread-safe, never waits.
   */
  void cancel();
}
