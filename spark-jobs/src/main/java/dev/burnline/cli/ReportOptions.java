package dev.burnline.cli;

import static java.util.Objects.requireNonNull;

import dev.burnline.evaluate.ReportScope;
import dev.burnline.job.KeepStoreCurrentJob;
import dev.burnline.job.MakeReportJob;
import dev.burnline.job.ReportRequest;
import dev.burnline.job.StoreRequest;
import dev.burnline.render.RenderSettings;
import dev.burnline.render.ReportRenderer;
import dev.burnline.report.Report;
import dev.burnline.report.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of every command that makes a report, and the making of it. */
final class ReportOptions {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      converter = ZoneConverter.class,
      description = "Zone whose days count, as Europe/Berlin or +05:45. Default: UTC.")
  private ZoneId zone = ZoneId.of("UTC");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder of the report. Default: reports/KIND-TIME, for example"
              + " reports/nightly-2026-11-22, reports/weekly-2026-W47 or"
              + " reports/budget-2026-11-22.")
  private @Nullable Path out;

  @Option(
      names = "--format",
      description =
          "Form of the summary on standard output: ${COMPLETION-CANDIDATES}. Default: text.")
  private SummaryFormat format = SummaryFormat.TEXT;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      converter = LanguageConverter.class,
      description = "Language of page and mail: en or zh-CN. Default: en.")
  private Locale language = Locale.ENGLISH;

  @Option(
      names = "--fail-on",
      description = "Exit with 4 when the verdict of a service is this: ${COMPLETION-CANDIDATES}.")
  private @Nullable FailOn failOn;

  /** Verdicts that can be made an exit code. */
  enum FailOn {
    MISSED
  }

  /** Returns the day that an option asks for, if the zone has had it. */
  Optional<LocalDate> day(String option, @Nullable LocalDate asked) {
    if (asked != null) {
      CivilDays.refuseSkipped(requireNonNull(command, "command is null"), option, asked, zone);
    }
    return Optional.ofNullable(asked);
  }

  /** Makes the report, prints its summary and returns the exit code. */
  int make(Console console, StoreRequest source, ReportScope scope) throws IOException {
    MakeReportJob.Result result =
        run(console, new ReportRequest(source, scope, zone, Optional.ofNullable(out)));
    Report report = result.report();
    Summary summary = new Summary(report, result.folder());
    if (format == SummaryFormat.JSON) {
      console.json(summary.json());
    } else {
      console.out().println(summary.text());
    }
    report.run().warnings().forEach(console::warn);
    report.run().unread().forEach(unread -> console.warn(unread.source() + ": " + unread.reason()));
    if (!report.run().unread().isEmpty()) {
      return ExitCode.UNREADABLE;
    }
    // The verdict of the whole may be a worse one, for another service's sake.
    boolean missed =
        report.services().stream().anyMatch(service -> service.verdict() == Verdict.MISSED);
    return failOn == FailOn.MISSED && missed ? ExitCode.MISSED : ExitCode.DONE;
  }

  private MakeReportJob.Result run(Console console, ReportRequest request) throws IOException {
    ReportRenderer renderer = new ReportRenderer(RenderSettings.defaults().in(language));
    Clock clock = Clock.systemUTC();
    String name = command == null ? "report" : command.name();
    try (TerminalProgress progress = new TerminalProgress(console);
        OneContext spark = new OneContext(name)) {
      return new MakeReportJob(
              new KeepStoreCurrentJob(spark::start, clock, progress), renderer, clock)
          .run(request);
    }
  }
}
