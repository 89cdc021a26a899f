package dev.burnline.cli;

import dev.burnline.evaluate.ReportScope;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reviews the error budgets. */
@Command(
    name = "budget",
    sortOptions = false,
    description = {
      "Reviews the error budgets as they stand at the end of a day: what is left and what the"
          + " policy asks for, the burn-down day by day, what it was spent on, other objectives,"
          + " what to do.",
      "The store is enough. What exists of the logs is crunched first; that older logs were rotated"
          + " away does not matter. Running it again is harmless."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  burnline budget",
      "  burnline budget --store /var/lib/burnline --slo slo.yaml --as-of 2026-11-30",
      "  burnline budget --logs /var/log/llm --zone Asia/Shanghai --fail-on missed"
    })
final class BudgetCommand implements Callable<Integer> {

  private final Console console;
  private final Path home;

  @Mixin private LogOptions input = new LogOptions();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description =
          "The last civil day that counts, as 2026-11-30. Default: the last complete day in the"
              + " store.")
  private @Nullable LocalDate asOf;

  @Mixin private ReportOptions report = new ReportOptions();

  BudgetCommand(Console console, Path home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() throws Exception {
    ReportScope budget = new ReportScope.Budget(report.day("--as-of", asOf));
    return report.make(console, input.request(home), budget);
  }
}
