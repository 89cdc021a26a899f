package dev.burnline.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The fields of a random request, as JSON values by key, right or wrong. */
final class RandomFields {

  private static final List<String> ERROR_TYPES =
      List.of(
          "validation", "context_length", "client_disconnect", "cuda_oom", "queue_timeout", "ö");
  private static final List<String> TEXTS =
      List.of(
          "What is 2 + 2?",
          "He said \"no\" \\ and\nleft",
          "你好，世界 😀",
          "</script><img src=x onerror=alert(1)>",
          "=HYPERLINK(1)",
          "{\"timestamp\":\"2020-01-01T00:00:00Z\",\"duration_ms\":-1}");

  /** Fields that decide what kind of line it is; they are spoiled elsewhere or not at all. */
  private static final Set<String> LEFT_ALONE = Set.of("timestamp", "boot_id", "gpu_index");

  private static final List<String> WRONG_TEXTS = List.of("null", "7", "true", "[\"a\"]", "{}");
  private static final List<String> WRONG_NUMBERS =
      List.of("null", "\"12\"", "true", "[1]", "{\"a\":1}");
  private static final List<String> OUT_OF_RANGE =
      List.of("-1", "-0.001", "NaN", "Infinity", "-Infinity", "1e999");

  private final Random random;
  private final RandomJson json;
  private final int failedPerMille;
  private final int spoiledPerMille;

  RandomFields(Random random, RandomJson json, int failedPerMille, int spoiledPerMille) {
    this.random = random;
    this.failedPerMille = failedPerMille;
    this.json = json;
    this.spoiledPerMille = spoiledPerMille;
  }

  /** Returns the fields of the smallest request line. */
  Map<String, String> smallestRequest(Instant time, String service, String requestId) {
    Map<String, String> fields = new LinkedHashMap<>();
    RandomTimes times = new RandomTimes(random);
    fields.put(
        "timestamp", json.text(random.nextInt(3) == 0 ? times.odd(time) : RandomTimes.plain(time)));
    fields.put("level", json.text(failsNow() ? oneOf(List.of("ERROR", "CRITICAL")) : "error"));
    fields.put("service", json.text(service));
    fields.put("request_id", json.text(requestId));
    fields.put("prompt_truncated", json.text(oneOf(TEXTS)));
    fields.put("response_truncated", json.text(oneOf(TEXTS)));
    double millis = durationMillis();
    long outputTokens = random.nextInt(30) == 0 ? 0 : random.nextInt(900);
    fields.put("duration_ms", json.decimal(millis));
    fields.put("input_tokens", json.whole(inputTokens()));
    fields.put("output_tokens", json.whole(outputTokens));
    fields.put(
        "throughput_tps",
        outputTokens == 0 || millis == 0 ? "null" : json.decimal(outputTokens / (millis / 1000)));
    return fields;
  }

  /** Adds what the runtime writes beside the smallest line. */
  void addRuntimeFields(Map<String, String> fields) {
    boolean failed = failsNow();
    List<String> failures = List.of("error", "cancelled", "rejected", "SUCCESS", "odd \"status\"");
    fields.put("event", "\"request.finished\"");
    fields.put("status", json.text(failed ? oneOf(failures) : "success"));
    if (failed ? random.nextInt(8) != 0 : random.nextInt(50) == 0) {
      fields.put("error_type", json.text(oneOf(ERROR_TYPES)));
    }
    fields.put("finish_reason", json.text(failed ? "error" : oneOf(List.of("stop", "length"))));
    fields.put("ttft_ms", random.nextInt(20) == 0 ? "null" : json.decimal(durationMillis() / 10));
    fields.put("tpot_ms", json.decimal(random.nextDouble() * 80));
    fields.put("queue_ms", random.nextBoolean() ? "0" : json.decimal(random.nextDouble() * 500));
    fields.put("stream", random.nextBoolean() ? "true" : "false");
    fields.put("http_status", failed ? "500" : "200");
  }

  /** Removes or spoils some fields in a way that leaves the line usable. */
  void spoil(Map<String, String> fields, Set<String> alsoLeftAlone) {
    for (String name : new ArrayList<>(fields.keySet())) {
      if (LEFT_ALONE.contains(name)
          || alsoLeftAlone.contains(name)
          || random.nextInt(1000) >= spoiledPerMille) {
        continue;
      }
      boolean isText = fields.get(name).startsWith("\"");
      if (random.nextInt(3) == 0) {
        fields.remove(name);
      } else if (isText) {
        fields.put(name, oneOf(WRONG_TEXTS));
      } else if (name.equals("duration_ms") || random.nextBoolean()) {
        fields.put(name, oneOf(WRONG_NUMBERS));
      } else {
        fields.put(name, oneOf(OUT_OF_RANGE));
      }
    }
  }

  private boolean failsNow() {
    return random.nextInt(1000) < failedPerMille;
  }

  private double durationMillis() {
    return switch (random.nextInt(40)) {
      case 0 -> 0;
      case 1 -> 10_000;
      case 2 -> 10_000.000001;
      case 3 -> 0.25;
      default -> Math.exp(7.5 + random.nextGaussian() * 1.2);
    };
  }

  private long inputTokens() {
    long power = 1L << random.nextInt(22);
    return switch (random.nextInt(6)) {
      case 0 -> power;
      case 1 -> power - 1;
      default -> random.nextInt(3000);
    };
  }

  private String oneOf(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
