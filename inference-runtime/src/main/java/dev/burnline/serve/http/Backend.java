package dev.burnline.serve.http;

import static java.util.Objects.requireNonNull;

import dev.burnline.serve.engine.TextEngine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What answers: nothing while the model loads, then the engine, then an engine that drains. */
public final class Backend {

  private volatile @Nullable TextEngine engine;
  private volatile boolean draining;

  /** Says that the model is loaded. */
  public void serve(TextEngine loaded) {
    engine = requireNonNull(loaded, "loaded is null");
  }

  /** Says that no more requests are taken. */
  public void drain() {
    draining = true;
  }

  boolean isDraining() {
    return draining;
  }

  /** Returns the engine, also while it drains; empty while the model loads. */
  public Optional<TextEngine> engine() {
    return Optional.ofNullable(engine);
  }
}
