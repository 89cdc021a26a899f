package dev.burnline.oracle;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The slowest requests, and requests by the length of their input. */
final class RequestListPart {

  private static final int LAST_EXPONENT = 20;

  private RequestListPart() {}

  static ArrayNode slowest(List<OracleRequest> requests) {
    Comparator<OracleRequest> slowestFirst =
        Comparator.comparing(
                (OracleRequest request) -> requireNonNull(request.durationMs()),
                Comparator.reverseOrder())
            .thenComparing(OracleRequest::millis)
            .thenComparing(
                OracleRequest::requestId, Comparator.nullsFirst(Comparator.naturalOrder()));
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    FiguresPart.successful(requests).stream()
        .filter(request -> request.durationMs() != null)
        .sorted(slowestFirst)
        .limit(10)
        .forEach(
            request -> {
              ObjectNode entry = json.addObject();
              entry.put("request_id", request.requestId());
              entry.put("timestamp", Instant.ofEpochMilli(request.millis()).toString());
              entry.put("duration_ms", request.durationMs());
              entry.put("input_tokens", request.inputTokens());
              entry.put("output_tokens", request.outputTokens());
            });
    return json;
  }

  /** Returns the bins [0, 1), [1, 2), [2, 4) ... [2^19, 2^20), [2^20, open) that hold a request. */
  static ArrayNode inputLengthHistogram(List<OracleRequest> requests) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    putBin(json, 0, 1L, requests);
    for (int exponent = 0; exponent < LAST_EXPONENT; exponent++) {
      putBin(json, 1L << exponent, 1L << (exponent + 1), requests);
    }
    putBin(json, 1L << LAST_EXPONENT, null, requests);
    return json;
  }

  private static void putBin(
      ArrayNode json, long from, @Nullable Long to, List<OracleRequest> requests) {
    List<OracleRequest> inBin =
        requests.stream()
            .filter(
                r ->
                    r.inputTokens() != null
                        && from <= r.inputTokens()
                        && (to == null || r.inputTokens() < to))
            .toList();
    if (!inBin.isEmpty()) {
      ObjectNode entry = json.addObject();
      entry.put("from", from);
      entry.put("to", to);
      entry.put("requests", inBin.size());
      entry.put(
          "p95_latency_ms",
          Exact.percentile(
              Exact.sorted(FiguresPart.successful(inBin), OracleRequest::durationMs), 950));
    }
  }
}
