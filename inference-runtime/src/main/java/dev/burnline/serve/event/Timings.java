package dev.burnline.serve.event;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long the parts of a request took: milliseconds of a monotonic clock, finite and not negative.
 *
 * @param receivedAt arrival
 * @param durationMillis arrival to end
 * @param ttftMillis arrival to the first token; null without one
 * @param gaps the gaps between tokens; null below two tokens
 * @param queueMillis time in the queue; null for a request that was never queued
 * @param prefillMillis start to the first token; null without one
 * @param decodeMillis first token to the last; null without a token
 */
public record Timings(
    Instant receivedAt,
    double durationMillis,
    @Nullable Double ttftMillis,
    @Nullable TokenGaps gaps,
    @Nullable Double queueMillis,
    @Nullable Double prefillMillis,
    @Nullable Double decodeMillis) {

  public Timings {
    requireNonNull(receivedAt, "receivedAt is null");
    Checks.measure(durationMillis, "durationMillis");
    Checks.measure(ttftMillis, "ttftMillis");
    Checks.measure(queueMillis, "queueMillis");
    Checks.measure(prefillMillis, "prefillMillis");
    Checks.measure(decodeMillis, "decodeMillis");
  }

  /** Returns output tokens per second of the whole duration; null when nothing was generated. */
  @Nullable Double throughputTps(long outputTokens) {
    return outputTokens == 0 || durationMillis == 0
        ? null
        : (Double) (outputTokens / (durationMillis / 1000));
  }

  /** Returns the mean time of each token after the first; null below two tokens. */
  public @Nullable Double tpotMillis(long outputTokens) {
    return ttftMillis == null || outputTokens < 2
        ? null
        : (Double) (Math.max(0, durationMillis - ttftMillis) / (outputTokens - 1));
  }

  void describe(Fields fields, long outputTokens) {
    fields.measure("duration_ms", durationMillis);
    fields.measureOrNull("throughput_tps", throughputTps(outputTokens));
    fields.time("received_at", receivedAt);
    fields.measureOrNull("ttft_ms", ttftMillis);
    fields.measureOrNull("tpot_ms", tpotMillis(outputTokens));
    fields.measureOrNull("itl_max_ms", gaps == null ? null : (Double) gaps.longestMillis());
    fields.measure("queue_ms", queueMillis);
    fields.measure("prefill_ms", prefillMillis);
    fields.measure("decode_ms", decodeMillis);
  }
}
