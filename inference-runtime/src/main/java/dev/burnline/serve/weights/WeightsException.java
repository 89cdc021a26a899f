package dev.burnline.serve.weights;

import dev.burnline.serve.model.ModelException;
import org.jspecify.annotations.Nullable;

/**
 * Weights that cannot be used; the message names the file, the tensor if it is one, and the value.
 */
public final class WeightsException extends ModelException {

  private static final long serialVersionUID = 1;

  WeightsException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
