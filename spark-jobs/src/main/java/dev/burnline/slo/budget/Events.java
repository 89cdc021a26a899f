package dev.burnline.slo.budget;

import org.jspecify.annotations.Nullable;

/**
 * Events of an SLO over some time.
 *
 * @param good at most {@code total}
 * @param total valid events
 */
public record Events(long good, long total) {

  public Events {
    check(good, total);
  }

  static void check(long good, long total) {
    if (good < 0 || total < good) {
      throw new IllegalArgumentException(
          "events must have 0 <= good <= total, got good %d and total %d".formatted(good, total));
    }
  }

  /** Returns {@code total - good}. */
  public long bad() {
    return total - good;
  }

  /** Returns the share of good events; null without events. */
  public @Nullable Double sli() {
    return total == 0 ? null : (double) good / total;
  }
}
