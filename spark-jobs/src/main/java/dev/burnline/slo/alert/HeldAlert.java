package dev.burnline.slo.alert;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What holds at some minute: a pair of lookbacks, or a condition with one.
 *
 * @param shortLookback null for a condition
 * @param burnLong burn rate over the long lookback; null without events
 * @param burnShort burn rate over the short lookback; null for a condition, and without events
 */
public record HeldAlert(
    Duration longLookback,
    @Nullable Duration shortLookback,
    @Nullable Double burnLong,
    @Nullable Double burnShort) {

  public HeldAlert {
    requireNonNull(longLookback, "longLookback is null");
  }
}
