package dev.burnline.serve.account;

import dev.burnline.serve.event.TokenGaps;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the tokens of one request came; nanoseconds of the monotonic clock. */
final class TokenTimes {

  private static final long[] BOUNDS_NANOS =
      TokenGaps.BOUNDS_SECONDS.stream().mapToLong(bound -> Math.round(bound * 1e9)).toArray();

  private final long[] gaps = new long[BOUNDS_NANOS.length + 1];
  private long count;
  private long firstNanos;
  private long lastNanos;
  private long longestGapNanos;

  void add(long nanos) {
    if (count == 0) {
      firstNanos = nanos;
    } else {
      long gap = nanos - lastNanos;
      longestGapNanos = Math.max(longestGapNanos, gap);
      gaps[bucket(gap)]++;
    }
    lastNanos = nanos;
    count++;
  }

  /** Most gaps are short, so that one of the first bounds ends the search. */
  private static int bucket(long gapNanos) {
    int bucket = 0;
    while (bucket < BOUNDS_NANOS.length && gapNanos > BOUNDS_NANOS[bucket]) {
      bucket++;
    }
    return bucket;
  }

  long count() {
    return count;
  }

  long firstNanos() {
    return firstNanos;
  }

  long lastNanos() {
    return lastNanos;
  }

  /** Returns how the gaps are spread; null below two tokens. */
  @Nullable TokenGaps gaps() {
    if (count < 2) {
      return null;
    }
    Long[] counts = new Long[gaps.length];
    for (int i = 0; i < gaps.length; i++) {
      counts[i] = gaps[i];
    }
    return new TokenGaps(List.of(counts), longestGapNanos / 1e6);
  }
}
