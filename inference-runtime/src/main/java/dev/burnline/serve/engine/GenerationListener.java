package dev.burnline.serve.engine;

/**
 * Hears of one request. Called by one thread at a time, in the order of the methods below; must not
 * block, since all other requests would wait.
 */
public interface GenerationListener {

  /** The request left the queue and the model begins to read the prompt. */
  void started();

  /**
   * The model chose one more token; called for each, also for those that complete no text.
   *
   * @param atNanos when the step that it comes from was done, by the engine's clock; the same for
   *     all requests of the step
   */
  void token(long atNanos);

  /**
   * Some text is final. Stop strings never appear in it.
   *
   * @param part whether it is the answer or the reasoning before it
   * @param text never empty
   */
  void text(Part part, String text);

  /** The request ended; the last call. */
  void ended(GenerationEnd end);

  /** What a text is a part of. */
  enum Part {
    REASONING,
    CONTENT
  }
}
