package dev.burnline.serve.event;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Events with sane values. */
public final class SampleEvents {

  private SampleEvents() {}

  /** Returns what is kept of a prompt that is one text. */
  public static Prompt prompt(String text) {
    return Prompt.of(
        new Prompt.Text() {
          @Override
          public void read(Consumer<String> reader) {
            reader.accept(text);
          }

          @Override
          public String shown() {
            return text;
          }

          @Override
          public int keptChars() {
            return text.length();
          }
        });
  }

  /** Returns the event of a prompt of 20 characters. */
  public static RequestReceived received(String requestId) {
    return new RequestReceived(requestId, SampleEvents.prompt("Why is the sky blue?"));
  }

  public static RequestFinished finished(String requestId) {
    return finished(requestId, "Why is the sky blue?", "Because of Rayleigh scattering.");
  }

  public static RequestFinished finished(String requestId, String prompt, String response) {
    return new RequestFinished(
        requestId,
        Outcome.success(FinishReason.STOP),
        parameters(),
        SampleEvents.prompt(prompt),
        new Answer(response, 12L, 201L, 0.125),
        new Timings(
            Instant.parse("2026-11-23T11:59:58.123Z"),
            2_000.5,
            100.5,
            gaps(200, 1, 31.25),
            20.0,
            80.5,
            1_899.0),
        new Load(3L, 7L),
        new GpuReading(0, 9_000, 24_576, 87, 61.0, 250.5));
  }

  public static RequestFinished refused(String requestId) {
    return new RequestFinished(
        requestId,
        Outcome.rejected(400, ErrorType.MALFORMED_JSON, "line 1: unexpected end"),
        RequestParameters.unread(
            "chat", "/v1/chat/completions", Optional.of("qwen"), Optional.empty()),
        null,
        new Answer("", null, null, null),
        new Timings(Instant.parse("2026-11-23T11:59:58Z"), 0.25, null, null, null, null, null),
        new Load(null, null),
        null);
  }

  public static RequestParameters parameters() {
    return new RequestParameters(
        "chat", "qwen", true, 512L, 0.6, 0.95, 42L, "team-a", "/v1/chat/completions");
  }

  /** Returns gaps that all fall into one bucket. */
  public static TokenGaps gaps(long count, int bucket, double longestMillis) {
    Long[] counts = new Long[TokenGaps.BOUNDS_SECONDS.size() + 1];
    Arrays.fill(counts, 0L);
    counts[bucket] = count;
    return new TokenGaps(List.of(counts), longestMillis);
  }

  public static Heartbeat heartbeat(long logDropped) {
    return new Heartbeat(new Totals(5, 3, 1, 640, 2, 1), logDropped, 812.5);
  }

  public static GpuSample gpuSample() {
    return new GpuSample(new GpuReading(1, 20_000, 24_576, 99.5, null, null), 79L);
  }

  /** Every event of the contract, those of a request in several forms. */
  public static List<LogEvent> all() {
    return List.of(
        new ServiceStarting("0.1.0", null),
        new ServiceStarting("0.1.0", true),
        new CrashDetected("11111111-2222-3333-4444-555555555555", 137L),
        new CrashDetected("11111111-2222-3333-4444-555555555555", null),
        new ModelLoaded("qwen", "0123456789abcdef".repeat(4), 8_123.5, "bfloat16", "cuda:0"),
        new ServiceReady(0),
        received("r-1"),
        finished("r-1"),
        finished("r-2", "\u0000\u001b[31m\u009b\u2028\n\"\\ \ud83d\ude00 \ud83d", "\udc00字"),
        refused("r-3"),
        new RequestFinished(
            "r-6",
            Outcome.rejected(401, ErrorType.VALIDATION, "an API key is needed"),
            RequestParameters.unread("chat", "/r", Optional.empty(), Optional.empty()),
            null,
            new Answer("", null, null, null),
            new Timings(Instant.EPOCH, 0.5, null, null, null, null, null),
            new Load(null, null),
            null),
        new RequestFinished(
            "r-4",
            Outcome.error(503, ErrorType.CUDA_OOM, "x".repeat(1_000)),
            parameters(),
            SampleEvents.prompt(""),
            new Answer("", 9L, 0L, null),
            new Timings(Instant.EPOCH, 0, null, null, 0.0, null, null),
            new Load(0L, 0L),
            null),
        new RequestFinished(
            "r-5",
            Outcome.cancelled(499, ErrorType.CLIENT_DISCONNECT, "gone"),
            new RequestParameters("chat", "qwen", false, -1L, Double.NaN, 7.0, -3L, "", null),
            SampleEvents.prompt("a"),
            new Answer("b", 1L, 1L, null),
            new Timings(Instant.EPOCH, 10, 4.0, null, null, null, 0.0),
            new Load(null, 0L),
            null),
        gpuSample(),
        heartbeat(4),
        new ServiceDraining(2),
        ServiceStopped.asTold(1, false),
        ServiceStopped.asTold(0, true),
        new ServiceStopped(0, false, "--model: 'm' has no config.json"));
  }
}
