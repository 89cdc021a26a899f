package dev.burnline.render.words;

import dev.burnline.report.AlertReport;
import dev.burnline.report.Completeness;
import dev.burnline.report.Report;
import dev.burnline.report.Run;
import dev.burnline.report.Run.MalformedSample;
import dev.burnline.report.Run.UnreadSource;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.ServiceReport.SlowRequest;
import dev.burnline.report.SloReport;
import dev.burnline.report.SloReport.Estimate;
import dev.burnline.report.SloReport.Group;
import dev.burnline.report.SloReport.PolicyStep;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A report whose texts are safe to show: everything that came from a log line, a file name or an
 * SLO file is cleaned once, here, so that no template can forget it.
 */
public final class CleanReport {

  private static final int NAME = 100;
  private static final int SENTENCE = 300;

  private CleanReport() {}

  /**
   * Returns the report with hidden characters written out and long texts cut by code point. Figures
   * stay as they are; counts whose keys become equal are added up.
   */
  public static Report of(Report report) {
    return new Report(
        report.schema(),
        report.kind(),
        run(report.run()),
        report.window(),
        report.verdict(),
        completeness(report.completeness()),
        map(report.services(), CleanReport::service),
        map(report.alerts(), CleanReport::alert),
        CleanReviews.weekly(report.weekly()),
        CleanReviews.budget(report.budgetReview()));
  }

  private static AlertReport alert(AlertReport of) {
    return new AlertReport(
        name(of.alertname()),
        name(of.service()),
        name(of.slo()),
        of.severity(),
        of.state(),
        of.startsAt(),
        of.endsAt(),
        name(of.longWindow()),
        name(of.shortWindow()),
        of.burnLong(),
        of.burnShort(),
        of.budgetSpent());
  }

  private static Run run(Run run) {
    return new Run(
        name(run.runId()),
        run.generatedAt(),
        name(run.version()),
        name(run.configSha256()),
        map(run.sources(), CleanReport::sentence),
        map(
            run.malformedSamples(),
            sample ->
                new MalformedSample(
                    sentence(sample.source()), sample.offset(), name(sample.reason()))),
        map(
            run.unread(),
            unread -> new UnreadSource(sentence(unread.source()), sentence(unread.reason()))),
        map(run.warnings(), CleanReport::sentence),
        run.revision(),
        run.lateLines());
  }

  private static Completeness completeness(Completeness of) {
    return new Completeness(
        of.segments(),
        of.bytes(),
        of.lines(),
        of.requests(),
        of.malformed(),
        counts(of.malformedByReason()),
        of.lostLines(),
        of.unfinishedRequests(),
        of.duplicateRequests(),
        of.repeatedLines(),
        of.unloggedRequests());
  }

  private static ServiceReport service(ServiceReport of) {
    return new ServiceReport(
        name(of.service()),
        of.verdict(),
        of.requests(),
        of.errors(),
        of.errorRate(),
        counts(of.statusCounts()),
        counts(of.errorTypes()),
        counts(of.finishReasons()),
        of.requestsPerSecond(),
        of.inputTokens(),
        of.outputTokens(),
        of.latency(),
        of.throughput(),
        of.kpis(),
        map(of.slos(), CleanReport::slo),
        of.inputLengthHistogram(),
        of.perMinute(),
        of.loadHeatmap(),
        of.gpus(),
        map(of.slowest(), CleanReport::slowRequest),
        of.comparedWith());
  }

  private static SloReport slo(SloReport of) {
    return new SloReport(
        name(of.name()),
        name(of.displayName().isBlank() ? of.name() : of.displayName()),
        group(of.group()),
        of.objective(),
        of.threshold(),
        name(of.budgetingMethod()),
        of.window(),
        of.good(),
        of.total(),
        of.bad(),
        of.sli(),
        of.raw(),
        estimate(of.estimate()),
        of.period(),
        of.budget(),
        of.burnRates(),
        of.exhaustionAt(),
        map(
            of.policy(),
            step -> new PolicyStep(step.threshold(), sentence(step.action()), step.triggered())),
        of.status(),
        of.badTimes(),
        of.ledger() == null ? null : CleanLedger.of(of.ledger()));
  }

  static @Nullable Group group(@Nullable Group of) {
    if (of == null) {
      return null;
    }
    String value = of.value();
    return new Group(name(of.field()), value == null ? null : name(value), of.rest());
  }

  private static @Nullable Estimate estimate(@Nullable Estimate of) {
    return of == null
        ? null
        : new Estimate(
            sentence(of.reason()),
            of.goodAtLeast(),
            of.goodAtMost(),
            of.totalAtLeast(),
            of.totalAtMost());
  }

  private static SlowRequest slowRequest(SlowRequest of) {
    String id = of.requestId();
    return new SlowRequest(
        id == null ? null : name(id),
        of.timestamp(),
        of.durationMs(),
        of.inputTokens(),
        of.outputTokens());
  }

  private static SortedMap<String, Long> counts(Map<String, Long> of) {
    var clean = new TreeMap<String, Long>();
    of.forEach((key, count) -> clean.merge(name(key), count, Long::sum));
    return clean;
  }

  static <T> List<T> map(List<T> values, UnaryOperator<T> clean) {
    return values.stream().map(clean).toList();
  }

  static String name(String text) {
    return CleanText.of(text, NAME);
  }

  static String sentence(String text) {
    return CleanText.of(text, SENTENCE);
  }
}
