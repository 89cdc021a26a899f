package dev.burnline.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Latency, tokens and throughput of some requests. */
final class FiguresPart {

  private FiguresPart() {}

  static ObjectNode latency(List<OracleRequest> requests) {
    List<OracleRequest> successful = successful(requests);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("duration_ms", durations(Exact.sorted(successful, OracleRequest::durationMs)));
    json.set("ttft_ms", durations(Exact.sorted(successful, OracleRequest::ttftMs)));
    json.set("tpot_ms", durations(Exact.sorted(successful, OracleRequest::tpotMs)));
    json.set("queue_ms", durations(Exact.sorted(successful, OracleRequest::queueMs)));
    return json;
  }

  private static JsonNode durations(List<Double> ascending) {
    if (ascending.isEmpty()) {
      return JsonNodeFactory.instance.nullNode();
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("count", ascending.size());
    json.put("mean", Exact.mean(ascending));
    json.put("min", ascending.get(0));
    Json.putPercentiles(json, ascending, "p50", "p90", "p95", "p99", "p999");
    json.put("max", ascending.get(ascending.size() - 1));
    return json;
  }

  static ObjectNode tokens(
      List<OracleRequest> requests, Function<OracleRequest, @Nullable Double> field) {
    List<Double> ascending = Exact.sorted(requests, field);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("sum", Exact.sum(ascending));
    json.put("mean", Exact.mean(ascending));
    Json.putPercentiles(json, ascending, "p50", "p95", "p99");
    json.put("max", ascending.isEmpty() ? null : ascending.get(ascending.size() - 1));
    return json;
  }

  static ObjectNode throughput(List<OracleRequest> requests) {
    List<OracleRequest> successful = successful(requests);
    List<OracleRequest> timed =
        successful.stream()
            .filter(r -> r.outputTokens() != null && r.durationMs() != null)
            .toList();
    BigDecimal tokens = Exact.sum(Exact.sorted(timed, OracleRequest::outputTokens));
    BigDecimal millis = Exact.sum(Exact.sorted(timed, OracleRequest::durationMs));
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("weighted_mean", Exact.quotient(tokens.movePointRight(3), millis));
    Json.putPercentiles(
        json, Exact.sorted(successful, OracleRequest::throughputTps), "p5", "p50", "p95");
    return json;
  }

  static List<OracleRequest> successful(List<OracleRequest> requests) {
    return requests.stream().filter(OracleRequest::succeeded).toList();
  }

  static @Nullable Double errorRate(List<OracleRequest> requests) {
    return requests.isEmpty() ? null : (Double) ((double) errors(requests) / requests.size());
  }

  static long errors(List<OracleRequest> requests) {
    return requests.stream().filter(request -> !request.succeeded()).count();
  }
}
