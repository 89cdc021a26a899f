package dev.burnline.log;

import java.io.IOException;

/** A file holds another segment than it did when it was found. */
public final class ReplacedLogException extends IOException {

  private static final long serialVersionUID = 1L;

  ReplacedLogException() {
    super("it was rotated or truncated while it was read");
  }
}
