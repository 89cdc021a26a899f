package dev.burnline.evaluate;

/**
 * Whether a share of requests is another one than before, or the difference is what chance alone
 * brings: a test of two proportions with their pooled standard error.
 */
final class RateChange {

  /** Of requests on each side; with fewer the test says nothing. */
  private static final long ENOUGH = 20;

  private static final double STANDARD_ERRORS = 2;

  private RateChange() {}

  /**
   * Returns whether the share {@code count} of {@code total} differs from {@code before} of {@code
   * totalBefore} by more than two standard errors; not where either total is below 20.
   */
  static boolean isBeyondChance(long count, long total, long before, long totalBefore) {
    if (total < ENOUGH || totalBefore < ENOUGH) {
      return false;
    }
    double pooled = (double) (count + before) / (total + totalBefore);
    double standardError = Math.sqrt(pooled * (1 - pooled) * (1.0 / total + 1.0 / totalBefore));
    double difference = (double) count / total - (double) before / totalBefore;
    return Math.abs(difference) > STANDARD_ERRORS * standardError;
  }
}
