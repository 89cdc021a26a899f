package dev.burnline.serve.model;

import org.jspecify.annotations.Nullable;

/** The device had no room; the model itself is as it was. */
public final class DeviceOutOfMemoryException extends ModelException {

  private static final long serialVersionUID = 1;

  public DeviceOutOfMemoryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
