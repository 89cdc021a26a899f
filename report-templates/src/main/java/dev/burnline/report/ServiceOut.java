package dev.burnline.report;

import dev.burnline.report.ServiceReport.Comparison;
import dev.burnline.report.ServiceReport.DurationFigures;
import dev.burnline.report.ServiceReport.GpuFigures;
import dev.burnline.report.ServiceReport.InputLengthBin;
import dev.burnline.report.ServiceReport.Kpi;
import dev.burnline.report.ServiceReport.Latency;
import dev.burnline.report.ServiceReport.LoadHour;
import dev.burnline.report.ServiceReport.Measures;
import dev.burnline.report.ServiceReport.MinuteFigures;
import dev.burnline.report.ServiceReport.RequestsPerSecond;
import dev.burnline.report.ServiceReport.SlowRequest;
import dev.burnline.report.ServiceReport.Throughput;
import dev.burnline.report.ServiceReport.TokenFigures;
import java.io.IOException;

/** A service of a report as JSON. */
final class ServiceOut {

  private ServiceOut() {}

  static void service(JsonOut out, ServiceReport service) throws IOException {
    out.text("service", service.service());
    out.text("verdict", service.verdict().name());
    out.whole("requests", service.requests());
    out.whole("errors", service.errors());
    out.number("error_rate", service.errorRate());
    out.counts("status_counts", service.statusCounts());
    out.counts("error_types", service.errorTypes());
    out.counts("finish_reasons", service.finishReasons());
    out.object("requests_per_second", service.requestsPerSecond(), ServiceOut::requestsPerSecond);
    out.object("input_tokens", service.inputTokens(), ServiceOut::tokens);
    out.object("output_tokens", service.outputTokens(), ServiceOut::tokens);
    out.object("latency", service.latency(), ServiceOut::latency);
    out.object("throughput_tps", service.throughput(), ServiceOut::throughput);
    out.rows("kpis", service.kpis(), ServiceOut::kpi);
    out.blocks("slos", service.slos(), SloOut::slo);
    out.rows("input_length_histogram", service.inputLengthHistogram(), ServiceOut::inputLengthBin);
    out.rows("per_minute", service.perMinute(), ServiceOut::minute);
    out.rows("load_heatmap", service.loadHeatmap(), ServiceOut::loadHour);
    out.rows("gpus", service.gpus(), ServiceOut::gpu);
    out.rows("slowest", service.slowest(), ServiceOut::slowRequest);
    out.object("compared_with", service.comparedWith(), ServiceOut::comparison);
  }

  private static void requestsPerSecond(JsonOut out, RequestsPerSecond rate) throws IOException {
    out.number("mean", rate.mean());
    out.number("peak_minute", rate.peakMinute());
  }

  private static void tokens(JsonOut out, TokenFigures tokens) throws IOException {
    out.whole("sum", tokens.sum());
    out.number("mean", tokens.mean());
    out.number("p50", tokens.p50());
    out.number("p95", tokens.p95());
    out.number("p99", tokens.p99());
    out.number("max", tokens.max());
  }

  private static void latency(JsonOut out, Latency latency) throws IOException {
    out.object("duration_ms", latency.durationMs(), ServiceOut::duration);
    out.object("ttft_ms", latency.ttftMs(), ServiceOut::duration);
    out.object("tpot_ms", latency.tpotMs(), ServiceOut::duration);
    out.object("queue_ms", latency.queueMs(), ServiceOut::duration);
  }

  private static void duration(JsonOut out, DurationFigures figures) throws IOException {
    out.whole("count", figures.count());
    out.number("mean", figures.mean());
    out.number("min", figures.min());
    out.number("p50", figures.p50());
    out.number("p90", figures.p90());
    out.number("p95", figures.p95());
    out.number("p99", figures.p99());
    out.number("p999", figures.p999());
    out.number("max", figures.max());
  }

  private static void throughput(JsonOut out, Throughput throughput) throws IOException {
    out.number("weighted_mean", throughput.weightedMean());
    out.number("p5", throughput.p5());
    out.number("p50", throughput.p50());
    out.number("p95", throughput.p95());
  }

  private static void kpi(JsonOut out, Kpi kpi) throws IOException {
    out.text("name", kpi.name());
    out.number("value", kpi.value());
    out.number("threshold", kpi.threshold());
    out.text("comparison", kpi.comparison());
    out.truth("breached", kpi.breached());
  }

  private static void inputLengthBin(JsonOut out, InputLengthBin bin) throws IOException {
    out.whole("from", bin.from());
    out.whole("to", bin.to());
    out.whole("requests", bin.requests());
    out.number("p95_latency_ms", bin.p95LatencyMs());
  }

  private static void minute(JsonOut out, MinuteFigures minute) throws IOException {
    out.instant("minute", minute.minute());
    out.whole("requests", minute.requests());
    out.whole("errors", minute.errors());
    out.number("mean_ms", minute.meanMs());
    out.number("p50_ms", minute.p50Ms());
    out.number("p95_ms", minute.p95Ms());
    out.number("p99_ms", minute.p99Ms());
    out.whole("output_tokens", minute.outputTokens());
  }

  private static void loadHour(JsonOut out, LoadHour hour) throws IOException {
    out.text("date", hour.date().toString());
    out.whole("hour", (long) hour.hour());
    out.whole("requests", hour.requests());
    out.whole("errors", hour.errors());
  }

  private static void gpu(JsonOut out, GpuFigures gpu) throws IOException {
    out.whole("gpu", (long) gpu.gpu());
    out.number("mem_used_max_mb", gpu.memUsedMaxMb());
    out.number("mem_total_mb", gpu.memTotalMb());
    out.number("mem_used_ratio_max", gpu.memUsedRatioMax());
    out.number("util_mean_pct", gpu.utilMeanPct());
    out.whole("samples", gpu.samples());
  }

  private static void slowRequest(JsonOut out, SlowRequest request) throws IOException {
    out.text("request_id", request.requestId());
    out.instant("timestamp", request.timestamp());
    out.number("duration_ms", request.durationMs());
    out.whole("input_tokens", request.inputTokens());
    out.whole("output_tokens", request.outputTokens());
  }

  private static void comparison(JsonOut out, Comparison comparison) throws IOException {
    out.object("previous", comparison.previous(), ServiceOut::measures);
    out.object("baseline_7d", comparison.baseline7d(), ServiceOut::measures);
  }

  private static void measures(JsonOut out, Measures measures) throws IOException {
    out.whole("requests", measures.requests());
    out.whole("errors", measures.errors());
    out.number("error_rate", measures.errorRate());
    out.object("latency", measures.latency(), ServiceOut::latency);
    out.object("throughput_tps", measures.throughput(), ServiceOut::throughput);
    out.number("mean_input_tokens", measures.meanInputTokens());
    out.number("mean_output_tokens", measures.meanOutputTokens());
  }
}
