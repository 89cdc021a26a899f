package dev.burnline.serve.cli;

import dev.burnline.serve.engine.TextEngine;
import dev.burnline.serve.settings.ServeSettings;

/** Where the engine comes from. */
interface ModelSource {

  /**
   * Returns the name under which the model will be served, before it is loaded.
   *
   * @throws StartException when there is no such model; the message says what is missing where
   */
  String name(ServeSettings settings) throws StartException;

  /**
   * Loads the model and starts its engine; takes as long as that takes.
   *
   * @throws StartException when the model cannot be read; the message says why
   */
  TextEngine load(ServeSettings settings) throws StartException;
}
