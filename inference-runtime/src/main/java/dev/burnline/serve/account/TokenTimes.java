package dev.burnline.serve.account;

/** When the tokens of one request came; nanoseconds of the monotonic clock. */
final class TokenTimes {

  private long count;
  private long firstNanos;
  private long lastNanos;
  private long longestGapNanos;

  void add(long nanos) {
    if (count == 0) {
      firstNanos = nanos;
    } else {
      longestGapNanos = Math.max(longestGapNanos, nanos - lastNanos);
    }
    lastNanos = nanos;
    count++;
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

  long longestGapNanos() {
    return longestGapNanos;
  }
}
