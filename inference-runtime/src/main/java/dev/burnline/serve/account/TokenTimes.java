package dev.burnline.serve.account;

import dev.burnline.serve.event.Timings;
import dev.burnline.serve.event.TokenGaps;
import java.time.Instant;
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

  /**
   * Returns how long the parts of the request took.
   *
   * @param queuedNanos when it began to wait; null if it never did
   * @param startedNanos when the model began; null if it never did
   */
  Timings timings(
      Instant receivedAt,
      long arrivedNanos,
      @Nullable Long queuedNanos,
      @Nullable Long startedNanos,
      long endedNanos) {
    boolean any = count > 0;
    Long leftQueue = startedNanos == null ? Long.valueOf(endedNanos) : startedNanos;
    return new Timings(
        receivedAt,
        millis(arrivedNanos, endedNanos),
        any ? millis(arrivedNanos, firstNanos) : null,
        gaps(),
        queuedNanos == null ? null : millis(queuedNanos, leftQueue),
        any && startedNanos != null ? millis(startedNanos, firstNanos) : null,
        any ? millis(firstNanos, lastNanos) : null);
  }

  private static Double millis(long fromNanos, long toNanos) {
    return Math.max(0, toNanos - fromNanos) / 1e6;
  }

  /** Returns how the gaps are spread; null below two tokens. */
  private @Nullable TokenGaps gaps() {
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
