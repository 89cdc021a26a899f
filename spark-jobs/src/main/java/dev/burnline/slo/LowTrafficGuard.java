package dev.burnline.slo;

/**
 * Keeps a handful of events from firing an alert: both lookbacks need that many.
 *
 * @param minEvents valid events, at least 1
 * @param minFailures bad events, at least 1
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
