package dev.burnline.serve.event;

import java.util.Locale;

/** How a request ended, as the contract's {@code status} says it. */
public enum Status {
  SUCCESS,
  ERROR,
  CANCELLED,
  REJECTED;

  /** Returns the value in the log. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
