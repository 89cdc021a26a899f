package dev.burnline.serve.event;

import java.util.List;

/**
 * How the gaps between the tokens of a request are spread; all of them together are its {@code
 * decode_ms}.
 *
 * @param counts gaps up to each bound and above the one before, and last those above all bounds
 * @param longestMillis the longest gap
 */
public record TokenGaps(List<Long> counts, double longestMillis) {

  /** The bounds in seconds, ascending; those of vLLM. */
  public static final List<Double> BOUNDS_SECONDS =
      List.of(
          0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0,
          20.0, 40.0, 80.0);

  public TokenGaps {
    counts = List.copyOf(counts);
    if (counts.size() != BOUNDS_SECONDS.size() + 1) {
      throw new IllegalArgumentException(
          "counts must be %d, got %d".formatted(BOUNDS_SECONDS.size() + 1, counts.size()));
    }
    counts.forEach(count -> Checks.notNegative(count, "counts"));
    Checks.measure(longestMillis, "longestMillis");
  }
}
