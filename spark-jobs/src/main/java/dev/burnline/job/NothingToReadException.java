package dev.burnline.job;

import java.io.IOException;

/** There is no usable line where the logs should be. */
public final class NothingToReadException extends IOException {

  private static final long serialVersionUID = 1L;

  NothingToReadException(String message) {
    super(message);
  }
}
