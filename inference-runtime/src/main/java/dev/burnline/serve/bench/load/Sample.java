package dev.burnline.serve.bench.load;

import static java.util.Objects.requireNonNull;

import dev.burnline.serve.bench.client.Reply;

/**
 * One request that was sent. All moments are the client's monotonic nanoseconds.
 *
 * @param intendedNanos when it was meant to leave; latencies count from here
 * @param sentNanos when it left
 * @param reply what became of it
 */
public record Sample(long intendedNanos, long sentNanos, Reply reply) {

  private static final double NANOS_PER_MILLI = 1e6;

  public Sample {
    requireNonNull(reply, "reply is null");
  }

  /** Returns how late it left in milliseconds, not negative. */
  public double lateMillis() {
    return Math.max(0, sentNanos - intendedNanos) / NANOS_PER_MILLI;
  }

  /** Returns milliseconds from the intended start to a moment. */
  public double millisTo(long nanos) {
    return (nanos - intendedNanos) / NANOS_PER_MILLI;
  }
}
