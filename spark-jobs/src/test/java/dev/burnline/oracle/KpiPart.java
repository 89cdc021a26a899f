package dev.burnline.oracle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The indicators of the reference deployment against the thresholds that are set. */
final class KpiPart {

  private final ArrayNode json = JsonNodeFactory.instance.arrayNode();
  private final Map<String, Double> thresholds;

  private KpiPart(Map<String, Double> thresholds) {
    this.thresholds = thresholds;
  }

  static ArrayNode of(
      List<OracleRequest> requests, List<GpuSample> gpuSamples, Map<String, Double> thresholds) {
    KpiPart kpis = new KpiPart(thresholds);
    List<Double> durations =
        Exact.sorted(FiguresPart.successful(requests), OracleRequest::durationMs);
    kpis.put("p95_latency_ms", ">", Exact.percentile(durations, 950));
    ObjectNode throughput = FiguresPart.throughput(requests);
    kpis.put(
        "output_throughput_tps",
        "<",
        throughput.get("weighted_mean").isNull()
            ? null
            : (Double) throughput.get("weighted_mean").doubleValue());
    kpis.put(
        "mean_input_tokens", ">", Exact.mean(Exact.sorted(requests, OracleRequest::inputTokens)));
    kpis.put("error_rate", ">", FiguresPart.errorRate(requests));
    kpis.put("gpu_memory_used_ratio", ">", GpuPart.memUsedRatioMax(gpuSamples));
    return kpis.json;
  }

  private void put(String name, String comparison, @Nullable Double value) {
    Double threshold = thresholds.get(name);
    if (threshold == null) {
      return;
    }
    ObjectNode entry = json.addObject();
    entry.put("name", name);
    entry.put("value", value);
    entry.put("threshold", threshold);
    entry.put("comparison", comparison);
    if (value == null) {
      entry.putNull("breached");
    } else {
      entry.put("breached", comparison.equals(">") ? value > threshold : value < threshold);
    }
  }
}
