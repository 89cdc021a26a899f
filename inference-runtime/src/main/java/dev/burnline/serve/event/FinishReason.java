package dev.burnline.serve.event;

import java.util.Locale;

/** Why generation ended, as the contract's {@code finish_reason} says it. */
public enum FinishReason {
  STOP,
  LENGTH,
  ABORT,
  ERROR,
  REPETITION;

  /** Returns the value in the log. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
