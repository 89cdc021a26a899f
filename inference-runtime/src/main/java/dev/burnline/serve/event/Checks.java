package dev.burnline.serve.event;

import org.jspecify.annotations.Nullable;

/** Range checks of the events' fields. */
final class Checks {

  private Checks() {}

  static void notNegative(long value, String field) {
    if (value < 0) {
      throw new IllegalArgumentException(field + " must not be negative, got " + value);
    }
  }

  static void measure(@Nullable Double value, String field) {
    if (value != null && (value < 0 || !Double.isFinite(value))) {
      throw new IllegalArgumentException(field + " must be finite and not negative, got " + value);
    }
  }
}
