package dev.burnline.serve.model;

import org.jspecify.annotations.Nullable;

/** The device failed (a CUDA error that is not about memory); it may need a restart. */
public final class DeviceFaultException extends ModelException {

  private static final long serialVersionUID = 1;

  public DeviceFaultException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
