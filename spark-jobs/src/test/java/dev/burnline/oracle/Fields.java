package dev.burnline.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a usable line, with the contract's defaults in place of what is missing and without
 * the values that count as absent.
 */
final class Fields {

  private static final Set<String> TEXTS =
      Set.of(
          "level",
          "service",
          "event",
          "boot_id",
          "instance",
          "request_id",
          "prompt_truncated",
          "response_truncated",
          "status",
          "error_type",
          "error_message",
          "finish_reason",
          "operation",
          "model",
          "prompt_sha256",
          "tenant",
          "route");
  private static final Set<String> NUMBERS =
      Set.of(
          "seq",
          "duration_ms",
          "input_tokens",
          "output_tokens",
          "throughput_tps",
          "http_status",
          "max_tokens",
          "temperature",
          "top_p",
          "seed",
          "ttft_ms",
          "tpot_ms",
          "itl_max_ms",
          "queue_ms",
          "prefill_ms",
          "decode_ms",
          "queue_depth_at_arrival",
          "running_at_start",
          "gpu_index",
          "gpu_mem_used_mb",
          "gpu_mem_total_mb",
          "gpu_util_pct",
          "prompt_chars",
          "repetition_ratio");

  private final ObjectNode clean;

  Fields(ObjectNode written) {
    clean = written.deepCopy();
    for (String name : TEXTS) {
      if (!clean.path(name).isTextual()) {
        clean.remove(name);
      }
    }
    for (String name : NUMBERS) {
      JsonNode value = clean.path(name);
      double number = value.doubleValue();
      if (!value.isNumber() || number < 0 || !Double.isFinite(number)) {
        clean.remove(name);
      }
    }
    if (clean.path("service").asText("").isEmpty()) {
      clean.put("service", "unknown");
    }
    if (!clean.has("event")) {
      clean.put("event", "request.finished");
    }
    if (!clean.has("status")) {
      String level = clean.path("level").asText("");
      clean.put("status", Set.of("ERROR", "CRITICAL").contains(level) ? "error" : "success");
    }
  }

  @Nullable String text(String name) {
    return clean.path(name).textValue();
  }

  @Nullable Double number(String name) {
    return clean.has(name) ? (Double) clean.path(name).doubleValue() : null;
  }

  /** Returns the line as SLO conditions see it: a field that counts as absent is not there. */
  JsonNode line() {
    return clean;
  }
}
