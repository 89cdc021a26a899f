package dev.burnline.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One service of the report. */
final class ServicePart {

  private final LocalDate date;
  private final ZoneId zone;
  private final List<OracleSlo> slos;
  private final Map<String, Double> kpiThresholds;

  ServicePart(
      LocalDate date, ZoneId zone, List<OracleSlo> slos, Map<String, Double> kpiThresholds) {
    this.date = date;
    this.zone = zone;
    this.slos = slos;
    this.kpiThresholds = kpiThresholds;
  }

  ObjectNode of(String service, RawLog log) {
    Span window = Span.ofDays(date, date, zone);
    List<OracleRequest> always =
        log.requests().stream().filter(request -> request.service().equals(service)).toList();
    List<OracleRequest> requests = in(window, always);
    List<GpuSample> gpuSamples =
        log.gpuSamples().stream()
            .filter(s -> s.service().equals(service) && window.contains(s.millis()))
            .toList();
    List<SloPart> evaluated = new ArrayList<>();
    for (OracleSlo slo : slos) {
      if (slo.holdsFor(service)) {
        List<OracleRequest> counted =
            always.stream().filter(request -> request.total().contains(slo)).toList();
        evaluated.add(new SloPart(new SloEvents(slo, window.end(), counted), window));
      }
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("service", service);
    json.put("verdict", verdict(requests, evaluated));
    putRates(json, requests);
    Json.putCounts(json, "status_counts", requests, OracleRequest::status);
    Json.putCounts(json, "error_types", requests, OracleRequest::errorType);
    Json.putCounts(json, "finish_reasons", requests, OracleRequest::finishReason);
    json.set("requests_per_second", MinutePart.requestsPerSecond(window, requests));
    json.set("input_tokens", FiguresPart.tokens(requests, OracleRequest::inputTokens));
    json.set("output_tokens", FiguresPart.tokens(requests, OracleRequest::outputTokens));
    json.set("latency", FiguresPart.latency(requests));
    json.set("throughput_tps", FiguresPart.throughput(requests));
    json.set("kpis", KpiPart.of(requests, gpuSamples, kpiThresholds));
    ArrayNode sloArray = json.putArray("slos");
    evaluated.forEach(slo -> sloArray.add(slo.json()));
    json.set("input_length_histogram", RequestListPart.inputLengthHistogram(requests));
    json.set("per_minute", MinutePart.perMinute(requests));
    json.set("load_heatmap", MinutePart.loadHeatmap(date, zone, always));
    json.set("gpus", GpuPart.of(gpuSamples));
    json.set("slowest", RequestListPart.slowest(requests));
    ObjectNode compared = json.putObject("compared_with");
    LocalDate dayBefore = date.minusDays(1);
    compared.set("previous", measures(in(Span.ofDays(dayBefore, dayBefore, zone), always)));
    compared.set(
        "baseline_7d", measures(in(Span.ofDays(date.minusDays(7), dayBefore, zone), always)));
    return json;
  }

  private static String verdict(List<OracleRequest> requests, List<SloPart> slos) {
    if (requests.isEmpty()) {
      return "NO_DATA";
    }
    if (slos.stream().anyMatch(SloPart::missed)) {
      return "MISSED";
    }
    return slos.stream().anyMatch(SloPart::atRisk) ? "AT_RISK" : "MET";
  }

  static JsonNode measures(List<OracleRequest> requests) {
    if (requests.isEmpty()) {
      return JsonNodeFactory.instance.nullNode();
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    putRates(json, requests);
    json.set("latency", FiguresPart.latency(requests));
    json.set("throughput_tps", FiguresPart.throughput(requests));
    json.put("mean_input_tokens", Exact.mean(Exact.sorted(requests, OracleRequest::inputTokens)));
    json.put("mean_output_tokens", Exact.mean(Exact.sorted(requests, OracleRequest::outputTokens)));
    return json;
  }

  private static void putRates(ObjectNode json, List<OracleRequest> requests) {
    json.put("requests", requests.size());
    json.put("errors", FiguresPart.errors(requests));
    json.put("error_rate", FiguresPart.errorRate(requests));
  }

  static List<OracleRequest> in(Span span, List<OracleRequest> requests) {
    return requests.stream().filter(request -> span.contains(request.millis())).toList();
  }
}
