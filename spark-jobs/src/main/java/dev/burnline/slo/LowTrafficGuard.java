package dev.burnline.slo;

/**
 * Keeps a handful of events from firing an alert: both lookbacks need that many.
 *
 * @param minEvents valid events or slices of time, as the budget counts; 1 is any, also a part of a
 *     slice
 * @param minFailures bad ones, likewise
 */
public record LowTrafficGuard(long minEvents, long minFailures) {

  /** The guard of an SLO that names none: any event will do. */
  public static final LowTrafficGuard DEFAULT = new LowTrafficGuard(1, 1);

  public LowTrafficGuard {
    if (minEvents < 1 || minFailures < 1) {
      throw new IllegalArgumentException(
          "minEvents and minFailures must be at least 1, got %d and %d"
              .formatted(minEvents, minFailures));
    }
  }
}
