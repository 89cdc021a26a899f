package dev.burnline.job;

import dev.burnline.evaluate.IsoWeek;
import dev.burnline.evaluate.OverallVerdict;
import dev.burnline.evaluate.ReportPlan;
import dev.burnline.evaluate.ReviewedService;
import dev.burnline.evaluate.Revision;
import dev.burnline.evaluate.WeekChanges;
import dev.burnline.render.ReportRenderer;
import dev.burnline.report.BudgetReview;
import dev.burnline.report.Completeness;
import dev.burnline.report.Report;
import dev.burnline.report.Run;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.WeeklySummary;
import dev.burnline.slo.openslo.SloFile;
import dev.burnline.store.StoreContent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.spark.api.java.JavaSparkContext;

/** Makes a report of any kind from a store that is current with its logs. */
public final class MakeReportJob {

  private static final Duration BETWEEN_RUNS = Duration.ofDays(1);

  private final KeepStoreCurrentJob store;
  private final ReportRenderer renderer;
  private final Clock clock;

  /** Creates the job. */
  public MakeReportJob(KeepStoreCurrentJob store, ReportRenderer renderer, Clock clock) {
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
   * @throws IOException when a path leads to nothing, or something cannot be read or written
   */
  public Result run(ReportRequest request) throws IOException {
    Made made =
        request.logsMayBeGone()
            ? store.runWithLogsThatExist(
                request.source(), (spark, current) -> made(request, spark, current))
            : store.run(request.source(), (spark, current) -> made(request, spark, current));
    Path folder = request.out().orElseGet(() -> Path.of("reports", made.plan.name()));
    Report report = withKind(made, folder);
    Report revised =
        withRun(report, revised(report.run(), Revision.of(report, Revision.earlier(folder))));
    renderer.write(revised, folder);
    return new Result(revised, folder);
  }

  /** A report without what is its kind's own, and what that is made of. */
  private record Made(ReportPlan plan, Report report, List<ReviewedService> services) {}

  private Made made(
      ReportRequest request, JavaSparkContext spark, KeepStoreCurrentJob.Current current)
      throws KeepStoreCurrentJob.DamagedStoreException {
    SloFile sloFile = request.source().sloFile();
    StoreContent content = current.crunched().content();
    ReportPlan plan = request.scope().plan(content.extents(), request.zone(), sloFile.slos());
    EvaluateServicesJob.Result evaluated =
        new EvaluateServicesJob(spark, sloFile, request.source().store()).run(plan, content.live());
    if (!evaluated.damaged().isEmpty()) {
      throw new KeepStoreCurrentJob.DamagedStoreException(evaluated.damaged());
    }
    Completeness completeness = evaluated.log().completeness(plan);
    Run run = run(request.source(), current, evaluated);
    List<ServiceReport> services =
        evaluated.services().stream().map(ReviewedService::report).toList();
    Report report =
        new Report(
            Report.SCHEMA,
            plan.kind(),
            run,
            plan.reportWindow(),
            OverallVerdict.of(services, completeness, run.unread().isEmpty()),
            completeness,
            services,
            List.of());
    return new Made(plan, report, evaluated.services());
  }

  /** Nightly reports are looked for beside the folder of the report. */
  private static Report withKind(Made made, Path folder) {
    Report of = made.report;
    return new Report(
        of.schema(),
        of.kind(),
        of.run(),
        of.window(),
        of.verdict(),
        of.completeness(),
        of.services(),
        of.alerts(),
        of.kind() == Report.Kind.WEEKLY ? weekly(made, folder) : null,
        of.kind() == Report.Kind.BUDGET
            ? new BudgetReview(
                made.services.stream()
                    .map(ReviewedService::budget)
                    .filter(Objects::nonNull)
                    .toList())
            : null);
  }

  private static WeeklySummary weekly(Made made, Path folder) {
    IsoWeek week = IsoWeek.of(made.plan.lastDay());
    WeekChanges changes = WeekChanges.of(made.report.services());
    return new WeeklySummary(
        week.toString(),
        made.services.stream().map(ReviewedService::week).filter(Objects::nonNull).toList(),
        changes.regressions(),
        changes.improvements(),
        NightlyReports.of(week, folder.toAbsolutePath().resolveSibling("")));
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

  private static Run revised(Run run, Revision revision) {
    return new Run(
        run.runId(),
        run.generatedAt(),
        run.version(),
        run.configSha256(),
        run.sources(),
        run.malformedSamples(),
        run.unread(),
        run.warnings(),
        revision.number(),
        revision.lateLines());
  }

  private static Report withRun(Report report, Run run) {
    return new Report(
        report.schema(),
        report.kind(),
        run,
        report.window(),
        report.verdict(),
        report.completeness(),
        report.services(),
        report.alerts(),
        report.weekly(),
        report.budgetReview());
  }
}
