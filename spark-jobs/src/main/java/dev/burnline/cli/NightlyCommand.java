package dev.burnline.cli;

import dev.burnline.job.KeepStoreCurrentJob;
import dev.burnline.job.MakeNightlyReportJob;
import dev.burnline.job.NightlyRequest;
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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reports on one civil day. */
@Command(
    name = "nightly",
    sortOptions = false,
    description = {
      "Reports on one day of request logs: crunches what is new in the logs into the store,"
          + " evaluates the SLOs and writes report.json, report.html, report.eml and CSV tables.",
      "Running it again is harmless: nothing is counted twice, and the report is replaced."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  burnline nightly",
      "  burnline nightly --logs /var/log/llm --slo slo.yaml --date 2026-11-22 --zone"
          + " Europe/Berlin",
      "  burnline nightly --logs 'host-*/app.log*' --format json --fail-on missed"
    })
final class NightlyCommand implements Callable<Integer> {

  private final Console console;
  private final Path home;

  @Mixin private LogOptions input = new LogOptions();

  @Option(
      names = "--date",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description =
          "Civil day to report, as 2026-11-22. Default: the last complete day in the logs.")
  private @Nullable LocalDate date;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      converter = ZoneConverter.class,
      description = "Zone whose days count, as Europe/Berlin or +05:45. Default: UTC.")
  private ZoneId zone = ZoneId.of("UTC");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the report. Default: reports/nightly-DATE.")
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

  /** Forms of the summary. */
  enum SummaryFormat {
    TEXT,
    JSON
  }

  /** Verdicts that can be made an exit code. */
  enum FailOn {
    MISSED
  }

  NightlyCommand(Console console, Path home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() throws Exception {
    NightlyRequest request =
        new NightlyRequest(
            input.request(home), Optional.ofNullable(date), zone, Optional.ofNullable(out));
    MakeNightlyReportJob.Result result = run(request);
    Report report = result.report();
    Summary summary = new Summary(report, result.folder());
    console.out().println(format == SummaryFormat.JSON ? summary.json() : summary.text());
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

  private MakeNightlyReportJob.Result run(NightlyRequest request) throws IOException {
    ReportRenderer renderer = new ReportRenderer(RenderSettings.defaults().in(language));
    Clock clock = Clock.systemUTC();
    try (TerminalProgress progress = new TerminalProgress(console);
        OneContext spark = new OneContext("nightly")) {
      return new MakeNightlyReportJob(
              new KeepStoreCurrentJob(spark::start, clock, progress), renderer, clock)
          .run(request);
    }
  }
}
