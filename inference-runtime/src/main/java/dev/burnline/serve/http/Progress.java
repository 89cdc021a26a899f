package dev.burnline.serve.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/** How far a request is, for headers and for {@code timings}; milliseconds. Thread-safe. */
final class Progress {

  private static final double NANOS_PER_MILLI = 1e6;

  private final LongSupplier nanoTime;
  private final long queuedNanos;
  private final int promptTokens;
  private boolean begun;
  private long startedNanos;
  private long endedNanos;
  private int tokens;

  Progress(LongSupplier nanoTime, int promptTokens) {
    this.nanoTime = nanoTime;
    this.queuedNanos = nanoTime.getAsLong();
    this.promptTokens = promptTokens;
    this.startedNanos = queuedNanos;
    this.endedNanos = queuedNanos;
  }

  synchronized void started() {
    begun = true;
    startedNanos = nanoTime.getAsLong();
  }

  synchronized void token() {
    tokens++;
  }

  synchronized void ended() {
    endedNanos = nanoTime.getAsLong();
  }

  synchronized boolean hasStarted() {
    return begun;
  }

  synchronized int tokens() {
    return tokens;
  }

  int promptTokens() {
    return promptTokens;
  }

  /** Returns the headers that are known when the work begins. */
  synchronized Map<String, String> startHeaders() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("x-prompt-tokens", String.valueOf(promptTokens));
    headers.put("x-queue-time", shown(queueMillis()));
    return headers;
  }

  /** Returns the headers that are known at the end. */
  synchronized Map<String, String> endHeaders() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("x-generated-tokens", String.valueOf(tokens));
    headers.put("x-inference-time", shown(inferenceMillis()));
    headers.put("x-time-per-token", shown(millisPerToken()));
    return headers;
  }

  /** Returns what the last chunk of a stream tells, where headers would come too late. */
  synchronized Map<String, Object> timings() {
    Map<String, Object> timings = new LinkedHashMap<>();
    timings.put("queue_ms", queueMillis());
    timings.put("inference_ms", inferenceMillis());
    timings.put("ms_per_token", millisPerToken());
    return timings;
  }

  /** Returns the numbers of tokens in OpenAI's form. */
  synchronized Map<String, Object> usage() {
    Map<String, Object> usage = new LinkedHashMap<>();
    usage.put("prompt_tokens", promptTokens);
    usage.put("completion_tokens", tokens);
    usage.put("total_tokens", promptTokens + tokens);
    return usage;
  }

  private double queueMillis() {
    return (startedNanos - queuedNanos) / NANOS_PER_MILLI;
  }

  private double inferenceMillis() {
    return Math.max(0, endedNanos - startedNanos) / NANOS_PER_MILLI;
  }

  private double millisPerToken() {
    return tokens == 0 ? 0 : inferenceMillis() / tokens;
  }

  private static String shown(double millis) {
    return String.format(Locale.ROOT, "%.1f", millis);
  }
}
