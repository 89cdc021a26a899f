package dev.burnline.serve.model;

import org.jspecify.annotations.Nullable;

/** The model could not do what it was asked for; says why. */
public class ModelException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public ModelException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
