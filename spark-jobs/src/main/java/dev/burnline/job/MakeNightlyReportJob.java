package dev.burnline.job;

import dev.burnline.evaluate.LastCompleteDay;
import dev.burnline.evaluate.OverallVerdict;
import dev.burnline.evaluate.ReportPlan;
import dev.burnline.evaluate.Revision;
import dev.burnline.render.ReportRenderer;
import dev.burnline.report.Completeness;
import dev.burnline.report.Report;
import dev.burnline.report.Run;
import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import dev.burnline.slo.openslo.SloFile;
import dev.burnline.store.StoreContent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.apache.spark.api.java.JavaSparkContext;

/** Makes the report of one civil day from a store that is current with its logs. */
public final class MakeNightlyReportJob {

  private static final Duration BETWEEN_RUNS = Duration.ofDays(1);

  private final KeepStoreCurrentJob store;
  private final ReportRenderer renderer;
  private final Clock clock;

  /** Creates the job. */
  public MakeNightlyReportJob(KeepStoreCurrentJob store, ReportRenderer renderer, Clock clock) {
    this.store = store;
    this.renderer = renderer;
    this.clock = clock;
  }

  /** A report and the folder it was written to. */
  public record Result(Report report, Path folder) {}

  /**
   * Makes the report.
   *
   * @throws NothingToReadException when neither the logs nor the store have a usable line
   * @throws IOException when the store or the report cannot be read or written
   */
  public Result run(NightlyRequest request) throws IOException {
    Report report =
        store.run(request.source(), (spark, current) -> report(request, spark, current));
    LocalDate date = LocalDate.ofInstant(report.window().start(), request.zone());
    Path folder = request.out().orElseGet(() -> Path.of("reports", "nightly-" + date));
    Report revised = revised(report, Revision.of(report, Revision.earlier(folder)));
    renderer.write(revised, folder);
    return new Result(revised, folder);
  }

  private Report report(
      NightlyRequest request, JavaSparkContext spark, KeepStoreCurrentJob.Current current)
      throws KeepStoreCurrentJob.DamagedStoreException {
    SloFile sloFile = request.source().sloFile();
    StoreContent content = current.crunched().content();
    LocalDate date =
        request
            .date()
            .orElseGet(() -> LastCompleteDay.of(content.extents(), request.zone()).orElseThrow());
    ReportPlan plan = ReportPlan.nightly(date, request.zone(), longestWindow(sloFile));
    EvaluateServicesJob.Result evaluated =
        new EvaluateServicesJob(spark, sloFile, request.source().store()).run(plan, content.live());
    if (!evaluated.damaged().isEmpty()) {
      throw new KeepStoreCurrentJob.DamagedStoreException(evaluated.damaged());
    }
    Completeness completeness = evaluated.log().completeness(plan);
    Run run = run(request.source(), current, evaluated);
    return new Report(
        Report.SCHEMA,
        Report.Kind.NIGHTLY,
        run,
        plan.reportWindow(),
        OverallVerdict.of(evaluated.services(), completeness, run.unread().isEmpty()),
        completeness,
        evaluated.services(),
        List.of());
  }

  private Run run(
      StoreRequest source,
      KeepStoreCurrentJob.Current current,
      EvaluateServicesJob.Result evaluated) {
    return new Run(
        UUID.randomUUID().toString(),
        clock.instant(),
        Version.current(),
        source.sloFile().sha256(),
        source.logs(),
        evaluated.log().malformedSamples(),
        current.crunched().unread().stream()
            .map(log -> new Run.UnreadSource(log.name(), log.reason()))
            .toList(),
        RotationHeadroom.warnings(
            current.logs(), current.crunched().content().extents(), BETWEEN_RUNS),
        Revision.FIRST.number(),
        Revision.FIRST.lateLines());
  }

  private static Report revised(Report report, Revision revision) {
    Run run = report.run();
    return new Report(
        report.schema(),
        report.kind(),
        new Run(
            run.runId(),
            run.generatedAt(),
            run.version(),
            run.configSha256(),
            run.sources(),
            run.malformedSamples(),
            run.unread(),
            run.warnings(),
            revision.number(),
            revision.lateLines()),
        report.window(),
        report.verdict(),
        report.completeness(),
        report.services(),
        report.alerts());
  }

  private static Duration longestWindow(SloFile sloFile) {
    return sloFile.slos().stream()
        .map(Slo::window)
        .map(
            window ->
                window instanceof TimeWindow.Rolling rolling ? rolling.length() : Duration.ZERO)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }
}
