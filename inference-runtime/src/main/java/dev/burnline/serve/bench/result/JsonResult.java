package dev.burnline.serve.bench.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.OptionalDouble;

/** A result as one JSON object; a figure without values is null. */
public final class JsonResult {

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonResult() {}

  /**
   * Returns the object on several lines.
   *
   * @param settings what was asked for, put first
   */
  public static String of(Result result, Map<String, String> settings) {
    ObjectNode root = JSON.createObjectNode();
    ObjectNode asked = root.putObject("settings");
    settings.forEach(asked::put);
    root.put("requests_sent", result.sent());
    root.put("requests_answered", result.answered());
    root.put("duration_s", result.seconds());
    root.put("requests_per_second", result.requestsPerSecond());
    root.put("output_tokens_per_second", result.outputTokensPerSecond());
    root.put("output_tokens", result.outputTokens());
    root.put("answers_counted_by_chunks", result.countedByPieces());
    root.put("prompt_tokens", result.promptTokens());
    put(root.putObject("ttft_ms"), result.latencies().ttft());
    put(root.putObject("tpot_ms"), result.latencies().tpot());
    put(root.putObject("itl_ms"), result.latencies().itl());
    put(root.putObject("e2e_ms"), result.latencies().e2e());
    put(root.putObject("start_late_ms"), result.lateMillis());
    result
        .goodput()
        .ifPresent(
            goodput -> {
              ObjectNode node = root.putObject("goodput");
              node.put("objectives", goodput.objectives().toString());
              node.put("good", goodput.good());
              node.put("share", (double) goodput.good() / result.sent());
              node.put("requests_per_second", goodput.good() / result.seconds());
            });
    ObjectNode errors = root.putObject("errors");
    result
        .errors()
        .forEach(
            (kind, each) ->
                errors.putObject(kind).put("count", each.count()).put("example", each.example()));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  private static void put(ObjectNode node, Distribution values) {
    node.put("count", values.count());
    put(node, "mean", values.mean());
    put(node, "p50", values.percentile(500));
    put(node, "p90", values.percentile(900));
    put(node, "p95", values.percentile(950));
    put(node, "p99", values.percentile(990));
    put(node, "max", values.max());
  }

  private static void put(ObjectNode node, String name, OptionalDouble value) {
    if (value.isPresent()) {
      node.put(name, value.getAsDouble());
    } else {
      node.putNull(name);
    }
  }
}
