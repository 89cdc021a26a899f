package dev.burnline.slo.where;

/**
 * How many requests meet a condition, as far as can be told.
 *
 * @param atLeast so many surely do
 * @param atMost so many possibly do
 * @param guess the best guess between these, not rounded; {@code atLeast} where nothing can be told
 * @param isTold whether the condition could be told from what is known; else the bounds are no
 *     estimate
 */
public record CountBounds(long atLeast, long atMost, double guess, boolean isTold) {

  public CountBounds {
    if (atLeast < 0 || atMost < atLeast) {
      throw new IllegalArgumentException(
          "a count cannot be between %d and %d".formatted(atLeast, atMost));
    }
    guess = Math.max((double) atLeast, Math.min((double) atMost, guess));
  }

  /** Returns an exact count. */
  public static CountBounds exactly(long count) {
    return new CountBounds(count, count, (double) count, true);
  }

  /** Returns the bounds of a count of which nothing is known. */
  static CountBounds untold(long requests) {
    return new CountBounds(0, requests, 0, false);
  }

  /** Returns the count of all the others among so many requests. */
  CountBounds othersOf(long requests) {
    return new CountBounds(requests - atMost, requests - atLeast, requests - guess, isTold);
  }

  /** Returns the count of requests that are among both, if nothing else is known of the two. */
  CountBounds and(CountBounds other, long requests) {
    long most = Math.min(atMost, other.atMost);
    return new CountBounds(
        Math.max(0, atLeast + other.atLeast - requests),
        most,
        requests == 0 ? 0 : guess * other.guess / requests,
        most == 0 || (isTold && other.isTold));
  }

  /** Returns the sum of counts of requests none of which are among both. */
  CountBounds plus(CountBounds other) {
    return new CountBounds(
        atLeast + other.atLeast,
        atMost + other.atMost,
        guess + other.guess,
        isTold && other.isTold);
  }
}
