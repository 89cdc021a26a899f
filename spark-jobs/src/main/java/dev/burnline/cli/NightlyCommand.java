package dev.burnline.cli;

import dev.burnline.evaluate.ReportScope;
import java.nio.file.Path;
import java.time.LocalDate;
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

  @Mixin private ReportOptions report = new ReportOptions();

  NightlyCommand(Console console, Path home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() throws Exception {
    ReportScope night = new ReportScope.Night(report.day("--date", date));
    return report.make(console, input.request(home), night);
  }
}
