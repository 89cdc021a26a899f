package dev.burnline.evaluate;

import dev.burnline.evaluate.ReportPlan.Purpose;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.ServiceReport.Comparison;
import dev.burnline.report.ServiceReport.GpuFigures;
import dev.burnline.report.ServiceReport.InputLengthBin;
import dev.burnline.report.ServiceReport.Kpi;
import dev.burnline.report.ServiceReport.Latency;
import dev.burnline.report.ServiceReport.MinuteFigures;
import dev.burnline.report.ServiceReport.RequestsPerSecond;
import dev.burnline.report.ServiceReport.SlowRequest;
import dev.burnline.report.ServiceReport.Throughput;
import dev.burnline.report.ServiceReport.TokenFigures;
import dev.burnline.report.SloReport;
import dev.burnline.rollup.Distribution;
import dev.burnline.rollup.Exemplar;
import dev.burnline.rollup.Outcome;
import dev.burnline.rollup.OutcomeFigures.Quantity;
import dev.burnline.slo.KpiThreshold;
import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.EventSeries;
import dev.burnline.slo.budget.ServiceVerdict;
import dev.burnline.slo.openslo.SloFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finishes a service's tally into its part of the report. */
public final class ServiceEvaluation {

  private static final int LAST_BIN = 21;

  private final SloFile sloFile;
  private final ReportPlan plan;
  private final FirstRequests firstRequests;

  /**
   * Creates an evaluation against the SLOs and thresholds of a file.
   *
   * @param firstRequests of the whole store
   */
  public ServiceEvaluation(SloFile sloFile, ReportPlan plan, FirstRequests firstRequests) {
    this.sloFile = sloFile;
    this.plan = plan;
    this.firstRequests = firstRequests;
  }

  /** Returns what the report says of the service. */
  public EvaluatedService evaluate(ServiceTally tally) {
    List<EvaluatedSlo> slos = slos(tally);
    return new EvaluatedService(
        report(tally, slos.stream().flatMap(slo -> slo.reports().stream()).toList()),
        slos.stream().flatMap(slo -> slo.alerts().stream()).toList(),
        plan.purpose() == Purpose.WEEKLY ? new WeekReview(plan).of(tally, slos) : null,
        plan.purpose() == Purpose.BUDGET ? new BudgetDivision(plan).of(tally.key(), slos) : null);
  }

  private ServiceReport report(ServiceTally tally, List<SloReport> slos) {
    OutcomeTotals totals = tally.window();
    long requests = totals.requests();
    long errors = totals.errors();
    TokenFigures input = Figures.tokens(totals.ofAll(Quantity.INPUT_TOKENS));
    Latency latency = Figures.latency(totals);
    Throughput throughput = Figures.throughput(totals);
    List<GpuFigures> gpus = gpus(tally);
    KpiValues kpis =
        new KpiValues(
            latency.durationMs() == null ? null : latency.durationMs().p95(),
            throughput.weightedMean(),
            input.mean(),
            Figures.ratio(errors, requests),
            gpus.stream()
                .map(GpuFigures::memUsedRatioMax)
                .filter(Objects::nonNull)
                .max(Double::compare)
                .orElse(null));
    return new ServiceReport(
        tally.key(),
        ServiceVerdict.of(requests, wholes(slos)),
        requests,
        errors,
        Figures.ratio(errors, requests),
        totals.requestsBy(Outcome::status),
        totals.requestsBy(Outcome::errorType),
        totals.requestsBy(Outcome::finishReason),
        requestsPerSecond(requests, tally.mostRequestsOfAMinute()),
        input,
        Figures.tokens(totals.ofAll(Quantity.OUTPUT_TOKENS)),
        latency,
        throughput,
        sloFile.kpisOf(tally.key()).stream().map(kpis::against).toList(),
        slos,
        inputLengths(tally),
        minutes(tally),
        tally.load().figures(),
        gpus,
        tally.slowest().list().stream().map(ServiceEvaluation::slowRequest).toList(),
        new Comparison(Figures.measures(tally.previous()), Figures.measures(tally.baseline())));
  }

  /** Groups tell where the trouble is; whether there is any, the SLOs themselves say. */
  private static List<SloReport> wholes(List<SloReport> slos) {
    return slos.stream().filter(slo -> slo.group() == null).toList();
  }

  private List<EvaluatedSlo> slos(ServiceTally tally) {
    List<EvaluatedSlo> slos = new ArrayList<>();
    for (Slo slo : sloFile.slosOf(tally.key())) {
      EventSeries events = firstRequests.told(tally.key(), tally.events(slo));
      SloAlerts replay = new SloAlerts(sloFile, plan, slo, events);
      List<SloReport> reports =
          new SloReports(slo, tally, plan).list(events, replay.atEnd(), replay.incidents());
      slos.add(
          new EvaluatedSlo(slo, replay.units(), reports, replay.reports(tally.key(), slo.name())));
    }
    return slos;
  }

  private RequestsPerSecond requestsPerSecond(long requests, long peak) {
    long seconds = (plan.window().end() - plan.window().start()) * 60L;
    return new RequestsPerSecond((double) requests / seconds, peak / 60.0);
  }

  private static List<MinuteFigures> minutes(ServiceTally tally) {
    return tally.minutes().entrySet().stream()
        .map(entry -> entry.getValue().figures(entry.getKey()))
        .toList();
  }

  private static List<InputLengthBin> inputLengths(ServiceTally tally) {
    return tally.inputLengths().entrySet().stream()
        .map(
            entry -> {
              int bin = entry.getKey();
              Distribution millis = entry.getValue().durationMs();
              return new InputLengthBin(
                  bin == 0 ? 0 : 1L << (bin - 1),
                  bin == LAST_BIN ? null : 1L << bin,
                  entry.getValue().requests(),
                  Figures.quantile(millis, 950));
            })
        .toList();
  }

  private static List<GpuFigures> gpus(ServiceTally tally) {
    return tally.gpus().entrySet().stream()
        .map(
            entry ->
                new GpuFigures(
                    entry.getKey(),
                    orNull(entry.getValue().usedMaxMb()),
                    orNull(entry.getValue().totalMaxMb()),
                    orNull(entry.getValue().usedRatioMax()),
                    entry.getValue().utilCount() == 0
                        ? null
                        : entry.getValue().utilSum().mean(entry.getValue().utilCount()),
                    entry.getValue().samples()))
        .toList();
  }

  private static @Nullable Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static SlowRequest slowRequest(Exemplar exemplar) {
    return new SlowRequest(
        exemplar.requestId(),
        Instant.ofEpochMilli(exemplar.epochMillis()),
        exemplar.durationMs(),
        tokens(exemplar.inputTokens()),
        tokens(exemplar.outputTokens()));
  }

  private static @Nullable Long tokens(double count) {
    return Double.isNaN(count) ? null : (long) count;
  }

  /** The values that thresholds are held against. */
  private record KpiValues(
      @Nullable Double p95LatencyMs,
      @Nullable Double outputThroughputTps,
      @Nullable Double meanInputTokens,
      @Nullable Double errorRate,
      @Nullable Double gpuMemoryUsedRatio) {

    Kpi against(KpiThreshold threshold) {
      Double value =
          switch (threshold.name()) {
            case P95_LATENCY_MS -> p95LatencyMs;
            case OUTPUT_THROUGHPUT_TPS -> outputThroughputTps;
            case MEAN_INPUT_TOKENS -> meanInputTokens;
            case ERROR_RATE -> errorRate;
            case GPU_MEMORY_USED_RATIO -> gpuMemoryUsedRatio;
          };
      return new Kpi(
          threshold.name().key(),
          value,
          threshold.threshold().doubleValue(),
          threshold.comparison().sign(),
          value == null ? null : threshold.breachedBy(value));
    }
  }
}
