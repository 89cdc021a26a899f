package dev.burnline.oracle;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished request; a null number is absent.
 *
 * @param line all of it, as SLO conditions see it
 * @param total the SLOs that count it
 * @param good the SLOs of {@code total} that count it as good
 */
record OracleRequest(
    JsonNode line,
    long millis,
    String service,
    @Nullable String requestId,
    String status,
    @Nullable String errorType,
    @Nullable String finishReason,
    @Nullable Double durationMs,
    @Nullable Double ttftMs,
    @Nullable Double tpotMs,
    @Nullable Double queueMs,
    @Nullable Double throughputTps,
    @Nullable Double inputTokens,
    @Nullable Double outputTokens,
    List<OracleSlo> total,
    List<OracleSlo> good) {

  static OracleRequest of(long millis, Fields fields, List<OracleSlo> slos) {
    String service = requireNonNull(fields.text("service"));
    List<OracleSlo> total =
        slos.stream()
            .filter(slo -> slo.holdsFor(service) && slo.total().test(fields.line()))
            .toList();
    return new OracleRequest(
        fields.line(),
        millis,
        service,
        fields.text("request_id"),
        requireNonNull(fields.text("status")),
        fields.text("error_type"),
        fields.text("finish_reason"),
        fields.number("duration_ms"),
        fields.number("ttft_ms"),
        fields.number("tpot_ms"),
        fields.number("queue_ms"),
        fields.number("throughput_tps"),
        fields.number("input_tokens"),
        fields.number("output_tokens"),
        total,
        total.stream().filter(slo -> slo.good().test(fields.line())).toList());
  }

  boolean succeeded() {
    return status.equals("success");
  }

  long minute() {
    return Math.floorDiv(millis, 60_000L);
  }
}
