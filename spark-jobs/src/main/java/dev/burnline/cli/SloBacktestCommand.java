package dev.burnline.cli;

import dev.burnline.job.EvaluateAlertsJob;
import dev.burnline.job.KeepStoreCurrentJob;
import dev.burnline.job.StoreRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what an SLO file would have paged. */
@Command(
    name = "backtest",
    sortOptions = false,
    description = {
      "Says what an SLO file would have paged on the days that the store holds: every minute of"
          + " them is replayed. Episodes a week are of the time from the first to the last log line.",
      "New logs are read first, and older ones again when the file counts something new in them."
    },
    footerHeading = "%nExample:%n",
    footer =
        "  burnline slo backtest --slo new.yaml --logs /var/log/llm --from 2026-11-01 --to"
            + " 2026-11-22")
final class SloBacktestCommand implements Callable<Integer> {

  private final Console console;
  private final Path home;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private LogOptions input = new LogOptions();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "First civil day, as 2026-11-01.")
  private LocalDate from = LocalDate.EPOCH;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "Last civil day.")
  private LocalDate to = LocalDate.EPOCH;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      converter = ZoneConverter.class,
      description = "Zone whose days count, as Europe/Berlin or +05:45. Default: UTC.")
  private ZoneId zone = ZoneId.of("UTC");

  @Option(
      names = "--format",
      description = "Form of the result: ${COMPLETION-CANDIDATES}. Default: text.")
  private SummaryFormat format = SummaryFormat.TEXT;

  SloBacktestCommand(Console console, Path home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() throws Exception {
    if (to.isBefore(from)) {
      throw new ParameterException(
          spec.commandLine(), "--to %s is before --from %s".formatted(to, from));
    }
    CivilDays.refuseSkipped(spec, "--from", from, zone);
    CivilDays.refuseSkipped(spec, "--to", to, zone);
    StoreRequest request = input.request(home);
    EvaluateAlertsJob.Result result;
    try (TerminalProgress progress = new TerminalProgress(console);
        OneContext spark = new OneContext("backtest")) {
      result =
          new EvaluateAlertsJob(new KeepStoreCurrentJob(spark::start, Clock.systemUTC(), progress))
              .between(request, from, to, zone);
    }
    Backtest backtest = Backtest.of(result);
    if (format == SummaryFormat.JSON) {
      console.json(backtest.json());
    } else {
      console.out().println(backtest.text());
    }
    backtest.estimates().warning(request.logs()).ifPresent(console::warn);
    result.warnings().forEach(console::warn);
    result.unread().forEach(unread -> console.warn(unread.name() + ": " + unread.reason()));
    return result.unread().isEmpty() ? ExitCode.DONE : ExitCode.UNREADABLE;
  }
}
