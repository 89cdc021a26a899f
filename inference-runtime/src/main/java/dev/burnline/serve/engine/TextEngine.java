package dev.burnline.serve.engine;

import dev.burnline.serve.model.ModelDescription;
import dev.burnline.serve.model.TextCodec;
import java.time.Duration;

/** Generates text for many requests at a time. Thread-safe. */
public interface TextEngine extends AutoCloseable {

  /** Returns the model behind it. */
  ModelDescription model();

  /** Returns the model's tokenizer and chat template. */
  TextCodec codec();

  /**
   * Takes a request, or ends it at once when it has no room for it. Never waits. The listener is
   * told of exactly one end, possibly before this method returns.
   *
   * @return the handle to cancel it with
   */
  Generation submit(GenerationRequest request, GenerationListener listener);

  /** Returns how busy it is now. */
  EngineLoad load();

  /**
   * Takes no more requests ({@code Rejected} with {@code shutdown}) and lets those at work end.
   * Those left after the patience are ended as {@code Failed} with {@code shutdown}.
   *
   * @return whether all ended by themselves
   */
  boolean drain(Duration patience);

  /** Ends everything at once; after {@link #drain} there is nothing left to end. */
  @Override
  void close();
}
