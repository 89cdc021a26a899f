package dev.burnline.job;

import dev.burnline.crunch.LogCrunch;
import dev.burnline.evaluate.LastCompleteDay;
import dev.burnline.evaluate.OverallVerdict;
import dev.burnline.evaluate.ReportPlan;
import dev.burnline.log.FoundLogs;
import dev.burnline.log.LogFinder;
import dev.burnline.log.UnreadLog;
import dev.burnline.render.ReportRenderer;
import dev.burnline.report.Completeness;
import dev.burnline.report.Report;
import dev.burnline.report.Run;
import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import dev.burnline.slo.openslo.SloFile;
import dev.burnline.store.RollupStore;
import dev.burnline.store.StoreContent;
import dev.burnline.store.StoreLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;

/** Crunches the logs and makes the report of one civil day. */
public final class MakeNightlyReportJob {

  private final Supplier<JavaSparkContext> sparkStart;
  private final ReportRenderer renderer;
  private final Clock clock;
  private final Progress progress;
  private final long splitBytes;

  /**
   * Creates the job.
   *
   * @param sparkStart gives the context; called once, while the logs are looked for
   */
  public MakeNightlyReportJob(
      Supplier<JavaSparkContext> sparkStart,
      ReportRenderer renderer,
      Clock clock,
      Progress progress) {
    this(sparkStart, renderer, clock, progress, LogCrunch.SPLIT_BYTES);
  }

  /** Creates the job with splits of another length. */
  MakeNightlyReportJob(
      Supplier<JavaSparkContext> sparkStart,
      ReportRenderer renderer,
      Clock clock,
      Progress progress,
      long splitBytes) {
    this.sparkStart = sparkStart;
    this.renderer = renderer;
    this.clock = clock;
    this.progress = progress;
    this.splitBytes = splitBytes;
  }

  /** A report and the folder it was written to. */
  public record Result(Report report, Path folder) {}

  /**
   * Makes the report.
   *
   * @throws NothingToReadException when neither the logs nor the store have a usable line
   * @throws IOException when a path leads to nothing, or something cannot be read or written
   */
  public Result run(NightlyRequest request) throws IOException {
    CompletableFuture<JavaSparkContext> starting = CompletableFuture.supplyAsync(sparkStart);
    FoundLogs logs = new LogFinder(new Configuration()).find(request.logs());
    JavaSparkContext spark = started(starting);
    RollupStore store = new RollupStore(spark.hadoopConfiguration(), request.store());
    Report report;
    try (StoreLock lock = StoreLock.take(store, request.patience(), clock, progress::message)) {
      report = report(request, logs, spark);
    }
    LocalDate date = LocalDate.ofInstant(report.window().start(), request.zone());
    Path folder = request.out().orElseGet(() -> Path.of("reports", "nightly-" + date));
    renderer.write(report, folder);
    return new Result(report, folder);
  }

  /** Crunches and evaluates; once more when that finds rollups that have to be made again. */
  private Report report(NightlyRequest request, FoundLogs logs, JavaSparkContext spark)
      throws IOException {
    CrunchLogsJob crunch =
        new CrunchLogsJob(spark, request.sloFile(), request.store(), progress, splitBytes);
    EvaluateServicesJob evaluate =
        new EvaluateServicesJob(spark, request.sloFile(), request.store());
    LogCrunch.Result crunched = crunch.run(request.logs(), logs);
    while (true) {
      StoreContent content = crunched.content();
      if (content.live().isEmpty()) {
        throw new NothingToReadException(nothingToRead(request, logs, crunched.unread()));
      }
      LocalDate date = request.date().orElseGet(() -> lastCompleteDay(content, request));
      ReportPlan plan =
          ReportPlan.nightly(date, request.zone(), longestWindow(request.sloFile()));
      EvaluateServicesJob.Result evaluated = evaluate.run(plan, content.live());
      if (evaluated.damaged().isEmpty()) {
        return report(request, plan, crunched, evaluated);
      }
      new RollupStore(spark.hadoopConfiguration(), request.store())
          .setAside(evaluated.damaged());
      crunched = crunch.run(request.logs(), logs);
    }
  }

  private static JavaSparkContext started(CompletableFuture<JavaSparkContext> starting)
      throws IOException {
    try {
      return starting.join();
    } catch (CompletionException e) {
      throw new IOException("Spark does not start: " + e.getCause().getMessage(), e.getCause());
    }
  }

  private static LocalDate lastCompleteDay(StoreContent content, NightlyRequest request) {
    return LastCompleteDay.of(content.extents(), request.zone()).orElseThrow();
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

  private Report report(
      NightlyRequest request,
      ReportPlan plan,
      LogCrunch.Result crunched,
      EvaluateServicesJob.Result evaluated) {
    Completeness completeness = evaluated.log().completeness(plan);
    List<Run.UnreadSource> unread =
        crunched.unread().stream()
            .map(log -> new Run.UnreadSource(log.name(), log.reason()))
            .toList();
    Run run =
        new Run(
            UUID.randomUUID().toString(),
            clock.instant(),
            Version.current(),
            request.sloFile().sha256(),
            request.logs(),
            evaluated.log().malformedSamples(),
            unread);
    return new Report(
        Report.SCHEMA,
        Report.Kind.NIGHTLY,
        run,
        plan.reportWindow(),
        OverallVerdict.of(evaluated.services(), completeness, unread.isEmpty()),
        completeness,
        evaluated.services());
  }

  private static String nothingToRead(
      NightlyRequest request, FoundLogs logs, List<UnreadLog> unread) {
    String where = String.join(", ", request.logs());
    if (!unread.isEmpty()) {
      UnreadLog first = unread.get(0);
      return "no usable line in %s: %d file%s cannot be read, the first is %s: %s"
          .formatted(
              where, unread.size(), unread.size() == 1 ? "" : "s", first.name(), first.reason());
    }
    if (!logs.waiting().isEmpty()) {
      return "no complete line yet in %s".formatted(where);
    }
    String others =
        logs.ignored().isEmpty()
            ? "there is no file"
            : "the %d files there are something else, for example %s"
                .formatted(logs.ignored().size(), logs.ignored().get(0));
    return "no log in %s: %s (a log is named like app.log, app.log.1 or app.log.2.gz, or begins with a JSON line)"
        .formatted(where, others);
  }
}
