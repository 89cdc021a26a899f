package dev.burnline.job;

import java.io.IOException;

/** A report cannot be written; what it was made from could be read. */
public final class CannotWriteException extends IOException {

  private static final long serialVersionUID = 1L;

  CannotWriteException(IOException cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }
}
