package dev.burnline.render.table;

import dev.burnline.report.BudgetReview;
import dev.burnline.report.Report;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.ServiceReport.DurationFigures;
import dev.burnline.report.ServiceReport.Latency;
import dev.burnline.report.WeeklySummary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a report as CSV. Figures are unrounded, instants are ISO-8601 in UTC, a figure that
 * is not there is an empty cell; a table without rows has its header.
 */
public final class CsvTables {

  private CsvTables() {}

  /** The tables by file name, in UTF-8. */
  public static Map<String, byte[]> of(Report report) {
    var tables = new LinkedHashMap<String, byte[]>();
    tables.put("slos.csv", SloTables.slos(report));
    tables.put("burn_rates.csv", SloTables.burnRates(report));
    tables.put("ledger.csv", LedgerTable.of(report));
    tables.put("services.csv", services(report));
    tables.put("kpis.csv", kpis(report));
    tables.put("latency.csv", latency(report));
    tables.put("outcomes.csv", outcomes(report));
    tables.put("per_minute.csv", perMinute(report));
    tables.put("input_lengths.csv", inputLengths(report));
    tables.put("load_heatmap.csv", loadHeatmap(report));
    tables.put("gpus.csv", gpus(report));
    tables.put("slowest.csv", slowest(report));
    WeeklySummary weekly = report.weekly();
    if (weekly != null) {
      tables.putAll(WeeklyTables.of(weekly));
    }
    BudgetReview review = report.budgetReview();
    if (review != null) {
      tables.putAll(BudgetTables.of(review, report.alerts()));
    }
    return tables;
  }

  /** Requests, errors and latency of every minute, the data behind the charts. */
  static byte[] perMinute(Report report) {
    var csv =
        new Csv(
            "service",
            "minute",
            "requests",
            "errors",
            "mean_ms",
            "p50_ms",
            "p95_ms",
            "p99_ms",
            "output_tokens");
    for (ServiceReport service : report.services()) {
      for (var of : service.perMinute()) {
        csv.row(
            service.service(),
            of.minute(),
            of.requests(),
            of.errors(),
            of.meanMs(),
            of.p50Ms(),
            of.p95Ms(),
            of.p99Ms(),
            of.outputTokens());
      }
    }
    return csv.bytes();
  }

  private static byte[] services(Report report) {
    var csv =
        new Csv(
            "service",
            "verdict",
            "requests",
            "errors",
            "error_rate",
            "requests_per_second_mean",
            "requests_per_second_peak_minute",
            "input_tokens_sum",
            "input_tokens_mean",
            "input_tokens_p95",
            "output_tokens_sum",
            "output_tokens_mean",
            "output_tokens_p95",
            "throughput_tps_weighted_mean",
            "throughput_tps_p5",
            "throughput_tps_p50",
            "throughput_tps_p95");
    for (ServiceReport of : report.services()) {
      csv.row(
          of.service(),
          of.verdict(),
          of.requests(),
          of.errors(),
          of.errorRate(),
          of.requestsPerSecond().mean(),
          of.requestsPerSecond().peakMinute(),
          of.inputTokens().sum(),
          of.inputTokens().mean(),
          of.inputTokens().p95(),
          of.outputTokens().sum(),
          of.outputTokens().mean(),
          of.outputTokens().p95(),
          of.throughput().weightedMean(),
          of.throughput().p5(),
          of.throughput().p50(),
          of.throughput().p95());
    }
    return csv.bytes();
  }

  private static byte[] kpis(Report report) {
    var csv = new Csv("service", "kpi", "value", "comparison", "threshold", "breached");
    for (ServiceReport service : report.services()) {
      for (var of : service.kpis()) {
        csv.row(
            service.service(),
            of.name(),
            of.value(),
            of.comparison(),
            of.threshold(),
            of.breached());
      }
    }
    return csv.bytes();
  }

  private static byte[] latency(Report report) {
    var csv =
        new Csv(
            "service", "window", "measure", "count", "mean_ms", "min_ms", "p50_ms", "p90_ms",
            "p95_ms", "p99_ms", "p999_ms", "max_ms");
    for (ServiceReport service : report.services()) {
      latency(csv, service.service(), "report", service.latency());
      var previous = service.comparedWith().previous();
      if (previous != null) {
        latency(csv, service.service(), "previous", previous.latency());
      }
      var baseline = service.comparedWith().baseline7d();
      if (baseline != null) {
        latency(csv, service.service(), "baseline_7d", baseline.latency());
      }
    }
    return csv.bytes();
  }

  private static void latency(Csv csv, String service, String window, Latency latency) {
    duration(csv, service, window, "duration", latency.durationMs());
    duration(csv, service, window, "ttft", latency.ttftMs());
    duration(csv, service, window, "tpot", latency.tpotMs());
    duration(csv, service, window, "queue", latency.queueMs());
  }

  private static void duration(
      Csv csv, String service, String window, String measure, @Nullable DurationFigures of) {
    if (of != null) {
      csv.row(
          service,
          window,
          measure,
          of.count(),
          of.mean(),
          of.min(),
          of.p50(),
          of.p90(),
          of.p95(),
          of.p99(),
          of.p999(),
          of.max());
    }
  }

  private static byte[] outcomes(Report report) {
    var csv = new Csv("service", "by", "value", "requests");
    for (ServiceReport service : report.services()) {
      counts(csv, service.service(), "status", service.statusCounts());
      counts(csv, service.service(), "error_type", service.errorTypes());
      counts(csv, service.service(), "finish_reason", service.finishReasons());
    }
    return csv.bytes();
  }

  private static void counts(Csv csv, String service, String by, SortedMap<String, Long> counts) {
    counts.forEach((value, requests) -> csv.row(service, by, value, requests));
  }

  private static byte[] inputLengths(Report report) {
    var csv = new Csv("service", "from_tokens", "to_tokens", "requests", "p95_latency_ms");
    for (ServiceReport service : report.services()) {
      for (var of : service.inputLengthHistogram()) {
        csv.row(service.service(), of.from(), of.to(), of.requests(), of.p95LatencyMs());
      }
    }
    return csv.bytes();
  }

  private static byte[] loadHeatmap(Report report) {
    var csv = new Csv("service", "date", "hour", "requests", "errors");
    for (ServiceReport service : report.services()) {
      for (var of : service.loadHeatmap()) {
        csv.row(service.service(), of.date(), of.hour(), of.requests(), of.errors());
      }
    }
    return csv.bytes();
  }

  private static byte[] gpus(Report report) {
    var csv =
        new Csv(
            "service",
            "gpu",
            "mem_used_max_mb",
            "mem_total_mb",
            "mem_used_ratio_max",
            "util_mean_pct",
            "samples");
    for (ServiceReport service : report.services()) {
      for (var of : service.gpus()) {
        csv.row(
            service.service(),
            of.gpu(),
            of.memUsedMaxMb(),
            of.memTotalMb(),
            of.memUsedRatioMax(),
            of.utilMeanPct(),
            of.samples());
      }
    }
    return csv.bytes();
  }

  private static byte[] slowest(Report report) {
    var csv =
        new Csv(
            "service", "request_id", "timestamp", "duration_ms", "input_tokens", "output_tokens");
    for (ServiceReport service : report.services()) {
      for (var of : service.slowest()) {
        csv.row(
            service.service(),
            of.requestId(),
            of.timestamp(),
            of.durationMs(),
            of.inputTokens(),
            of.outputTokens());
      }
    }
    return csv.bytes();
  }
}
