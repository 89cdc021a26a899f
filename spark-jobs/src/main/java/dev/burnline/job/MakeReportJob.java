package dev.burnline.job;

import dev.burnline.evaluate.EvaluatedService;
import dev.burnline.evaluate.IsoWeek;
import dev.burnline.evaluate.OverallVerdict;
import dev.burnline.evaluate.ReportPlan;
import dev.burnline.evaluate.ReportPlan.Purpose;
import dev.burnline.evaluate.ReportScope.Planned;
import dev.burnline.evaluate.Revision;
import dev.burnline.evaluate.WeekChanges;
import dev.burnline.render.ReportRenderer;
import dev.burnline.report.BudgetReview;
import dev.burnline.report.Completeness;
import dev.burnline.report.Report;
import dev.burnline.report.Run;
import dev.burnline.report.WeeklySummary;
import dev.burnline.slo.openslo.SloFile;
import dev.burnline.store.StoreContent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.spark.api.java.JavaSparkContext;

/** Makes a report of any kind from a store that is current with its logs. */
public final class MakeReportJob {

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
   * @throws IOException when the store or the report cannot be read or written
   */
  public Result run(ReportRequest request) throws IOException {
    Result made = store.run(request.source(), (spark, current) -> made(request, spark, current));
    Report revised = revised(made.report, Revision.of(made.report, Revision.earlier(made.folder)));
    try {
      renderer.write(revised, made.folder);
    } catch (IOException e) {
      throw new CannotWriteException(e);
    }
    return new Result(revised, made.folder);
  }

  private Result made(
      ReportRequest request, JavaSparkContext spark, KeepStoreCurrentJob.Current current)
      throws IOException, KeepStoreCurrentJob.DamagedStoreException {
    SloFile sloFile = request.source().sloFile();
    StoreContent content = current.crunched().content();
    Planned planned = request.scope().plan(content.extents(), request.zone(), sloFile.slos());
    ReportPlan plan = planned.plan();
    EvaluateServicesJob.Result evaluated =
        new EvaluateServicesJob(spark, sloFile, request.source().store()).run(plan, content.live());
    if (!evaluated.damaged().isEmpty()) {
      throw new KeepStoreCurrentJob.DamagedStoreException(evaluated.damaged());
    }
    Completeness completeness = evaluated.log().completeness(plan);
    List<String> warnings = new ArrayList<>(current.warnings());
    warnings.addAll(planned.warnings());
    warnings.addAll(SilentServices.warnings(sloFile, evaluated.reports()));
    Run run = run(request.source(), current, evaluated, warnings);
    Path folder = request.out().orElseGet(() -> Path.of("reports", planned.name()));
    Report report =
        new Report(
            Report.SCHEMA,
            request.scope().kind(),
            run,
            plan.reportWindow(),
            OverallVerdict.of(evaluated.reports(), completeness, run.unread().isEmpty()),
            completeness,
            evaluated.reports(),
            evaluated.alerts(),
            plan.purpose() == Purpose.WEEKLY ? weekly(plan, evaluated, folder) : null,
            plan.purpose() == Purpose.BUDGET ? budget(evaluated) : null);
    return new Result(report, folder);
  }

  /** Nightly reports are looked for beside the folder of the report. */
  private static WeeklySummary weekly(
      ReportPlan plan, EvaluateServicesJob.Result evaluated, Path folder) {
    IsoWeek week = IsoWeek.of(plan.lastDay());
    WeekChanges changes = WeekChanges.of(evaluated.reports());
    return new WeeklySummary(
        week.toString(),
        evaluated.services().stream().map(EvaluatedService::week).filter(Objects::nonNull).toList(),
        changes.regressions(),
        changes.improvements(),
        NightlyReports.of(week, folder.toAbsolutePath().resolveSibling("")));
  }

  private static BudgetReview budget(EvaluateServicesJob.Result evaluated) {
    return new BudgetReview(
        evaluated.services().stream()
            .map(EvaluatedService::budget)
            .filter(Objects::nonNull)
            .toList());
  }

  private Run run(
      StoreRequest source,
      KeepStoreCurrentJob.Current current,
      EvaluateServicesJob.Result evaluated,
      List<String> warnings) {
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
        warnings,
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
        report.alerts(),
        report.weekly(),
        report.budgetReview());
  }
}
