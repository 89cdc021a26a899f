package dev.burnline.report;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One service in a report.
 *
 * @param service its name, {@code unknown} where the lines carry none
 * @param verdict of this service alone
 * @param requests finished requests in the window
 * @param errors requests whose status is not {@code success}
 * @param errorRate errors over requests, 0 to 1; null without requests
 * @param statusCounts requests by {@code status}
 * @param errorTypes requests by {@code error_type}, where there is one
 * @param finishReasons requests by {@code finish_reason}, where there is one
 * @param inputTokens of all requests that carry the field
 * @param outputTokens of all requests that carry the field
 * @param kpis the indicators of the reference deployment against their thresholds
 * @param slos in the order of the SLO file, each before its groups, worst group first
 * @param inputLengthHistogram input tokens in logarithmic bins, empty bins left out
 * @param perMinute minutes of the window that have a request, in order
 * @param loadHeatmap hours with requests of the seven civil dates that end with the window
 * @param gpus by index
 * @param slowest the slowest successful requests of the window, at most ten, slowest first
 */
public record ServiceReport(
    String service,
    Verdict verdict,
    long requests,
    long errors,
    @Nullable Double errorRate,
    SortedMap<String, Long> statusCounts,
    SortedMap<String, Long> errorTypes,
    SortedMap<String, Long> finishReasons,
    RequestsPerSecond requestsPerSecond,
    TokenFigures inputTokens,
    TokenFigures outputTokens,
    Latency latency,
    Throughput throughput,
    List<Kpi> kpis,
    List<SloReport> slos,
    List<InputLengthBin> inputLengthHistogram,
    List<MinuteFigures> perMinute,
    List<LoadHour> loadHeatmap,
    List<GpuFigures> gpus,
    List<SlowRequest> slowest,
    Comparison comparedWith)
    implements Serializable {

  public ServiceReport {
    requireNonNull(service, "service is null");
    requireNonNull(verdict, "verdict is null");
    statusCounts = Collections.unmodifiableSortedMap(new TreeMap<>(statusCounts));
    errorTypes = Collections.unmodifiableSortedMap(new TreeMap<>(errorTypes));
    finishReasons = Collections.unmodifiableSortedMap(new TreeMap<>(finishReasons));
    requireNonNull(requestsPerSecond, "requestsPerSecond is null");
    requireNonNull(inputTokens, "inputTokens is null");
    requireNonNull(outputTokens, "outputTokens is null");
    requireNonNull(latency, "latency is null");
    requireNonNull(throughput, "throughput is null");
    kpis = List.copyOf(kpis);
    slos = List.copyOf(slos);
    inputLengthHistogram = List.copyOf(inputLengthHistogram);
    perMinute = List.copyOf(perMinute);
    loadHeatmap = List.copyOf(loadHeatmap);
    gpus = List.copyOf(gpus);
    slowest = List.copyOf(slowest);
    requireNonNull(comparedWith, "comparedWith is null");
  }

  /** Returns the SLOs without those of groups. */
  public List<SloReport> wholeSlos() {
    return slos.stream().filter(SloReport::isWhole).toList();
  }

  /** Returns the SLOs of groups, worst first within each. */
  public List<SloReport> groupSlos() {
    return slos.stream().filter(slo -> !slo.isWhole()).toList();
  }

  /**
   * Requests per second.
   *
   * @param mean over the whole window
   * @param peakMinute in the busiest whole minute
   */
  public record RequestsPerSecond(double mean, double peakMinute) implements Serializable {}

  /** Tokens per request: sum and extremes exact, percentiles within 0.5 %. */
  public record TokenFigures(
      long sum,
      @Nullable Double mean,
      @Nullable Double p50,
      @Nullable Double p95,
      @Nullable Double p99,
      @Nullable Double max)
      implements Serializable {}

  /**
   * Times in milliseconds of the successful requests that carry the field; null where none does.
   */
  public record Latency(
      @Nullable DurationFigures durationMs,
      @Nullable DurationFigures ttftMs,
      @Nullable DurationFigures tpotMs,
      @Nullable DurationFigures queueMs)
      implements Serializable {}

  /** A time in milliseconds: count, mean and extremes exact, percentiles within 0.5 %. */
  public record DurationFigures(
      long count,
      double mean,
      double min,
      double p50,
      double p90,
      double p95,
      double p99,
      double p999,
      double max)
      implements Serializable {}

  /**
   * Output tokens per second of successful requests.
   *
   * @param weightedMean sum of output tokens over sum of seconds, of requests that carry both
   */
  public record Throughput(
      @Nullable Double weightedMean,
      @Nullable Double p5,
      @Nullable Double p50,
      @Nullable Double p95)
      implements Serializable {}

  /**
   * An indicator against the threshold beyond which it is breached.
   *
   * @param comparison {@code >} or {@code <}: the value is breached when it is beyond
   * @param breached null when there is no value
   */
  public record Kpi(
      String name,
      @Nullable Double value,
      double threshold,
      String comparison,
      @Nullable Boolean breached)
      implements Serializable {}

  /**
   * Requests whose input has {@code from <= tokens < to}.
   *
   * @param to null for the last, open bin
   * @param p95LatencyMs of the successful ones
   */
  public record InputLengthBin(
      long from, @Nullable Long to, long requests, @Nullable Double p95LatencyMs)
      implements Serializable {}

  /** One minute: counts of all requests, times in milliseconds of the successful ones. */
  public record MinuteFigures(
      Instant minute,
      long requests,
      long errors,
      @Nullable Double meanMs,
      @Nullable Double p50Ms,
      @Nullable Double p95Ms,
      @Nullable Double p99Ms,
      long outputTokens)
      implements Serializable {}

  /** One civil hour in the report's zone; the hour that a clock change repeats is one entry. */
  public record LoadHour(LocalDate date, int hour, long requests, long errors)
      implements Serializable {}

  /** One GPU over the window's samples, memory in MiB. */
  public record GpuFigures(
      int gpu,
      @Nullable Double memUsedMaxMb,
      @Nullable Double memTotalMb,
      @Nullable Double memUsedRatioMax,
      @Nullable Double utilMeanPct,
      long samples)
      implements Serializable {}

  /** A request among the slowest. */
  public record SlowRequest(
      @Nullable String requestId,
      Instant timestamp,
      double durationMs,
      @Nullable Long inputTokens,
      @Nullable Long outputTokens)
      implements Serializable {}

  /**
   * The same measures over earlier windows, recomputed from merged histograms.
   *
   * @param previous the same span before the window; null when it has no requests
   * @param baseline7d the seven civil days before the window; null when they have no requests
   */
  public record Comparison(@Nullable Measures previous, @Nullable Measures baseline7d)
      implements Serializable {}

  /** The measures that are compared between windows. */
  public record Measures(
      long requests,
      long errors,
      @Nullable Double errorRate,
      Latency latency,
      Throughput throughput,
      @Nullable Double meanInputTokens,
      @Nullable Double meanOutputTokens)
      implements Serializable {}
}
