package dev.burnline.job;

import dev.burnline.evaluate.LastCompleteDay;
import dev.burnline.evaluate.OverallVerdict;
import dev.burnline.evaluate.ReportPlan;
import dev.burnline.evaluate.Revision;
import dev.burnline.render.ReportRenderer;
import dev.burnline.report.Completeness;
import dev.burnline.report.Report;
import dev.burnline.report.Run;
import dev.burnline.slo.openslo.SloFile;
import dev.burnline.store.StoreContent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.spark.api.java.JavaSparkContext;

/** Makes the report of one civil day from a store that is current with its logs. */
public final class MakeNightlyReportJob {

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
    try {
      renderer.write(revised, folder);
    } catch (IOException e) {
      throw new CannotWriteException(e);
    }
    return new Result(revised, folder);
  }

  private Report report(
      NightlyRequest request, JavaSparkContext spark, KeepStoreCurrentJob.Current current)
      throws KeepStoreCurrentJob.DamagedStoreException {
    SloFile sloFile = request.source().sloFile();
    StoreContent content = current.crunched().content();
    LastCompleteDay day =
        request
            .date()
            .map(date -> new LastCompleteDay(date, List.of()))
            .or(() -> LastCompleteDay.of(content.extents(), request.zone()))
            .orElseThrow();
    ReportPlan plan = ReportPlan.nightly(day.date(), request.zone(), sloFile.slos());
    EvaluateServicesJob.Result evaluated =
        new EvaluateServicesJob(spark, sloFile, request.source().store()).run(plan, content.live());
    if (!evaluated.damaged().isEmpty()) {
      throw new KeepStoreCurrentJob.DamagedStoreException(evaluated.damaged());
    }
    Completeness completeness = evaluated.log().completeness(plan);
    List<String> warnings = new ArrayList<>(current.warnings());
    warnings.addAll(day.warnings());
    warnings.addAll(SilentServices.warnings(sloFile, evaluated.services()));
    Run run = run(request.source(), current, evaluated, warnings);
    return new Report(
        Report.SCHEMA,
        Report.Kind.NIGHTLY,
        run,
        plan.reportWindow(),
        OverallVerdict.of(evaluated.services(), completeness, run.unread().isEmpty()),
        completeness,
        evaluated.services(),
        evaluated.alerts());
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
        report.alerts());
  }
}
