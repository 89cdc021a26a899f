package dev.burnline.cli;

import dev.burnline.evaluate.IsoWeek;
import dev.burnline.evaluate.ReportScope;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reports on one week. */
@Command(
    name = "weekly",
    sortOptions = false,
    description = {
      "Sums up one week: which days met each objective, how much of the error budgets went against"
          + " the four weeks before, what became worse and better, which failures are new.",
      "The store is enough. What exists of the logs is crunched first; that older logs were rotated"
          + " away does not matter. Running it again is harmless."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  burnline weekly",
      "  burnline weekly --store /var/lib/burnline --slo slo.yaml --week 2026-W47",
      "  burnline weekly --logs /var/log/llm --zone Europe/Berlin --language zh-CN"
    })
final class WeeklyCommand implements Callable<Integer> {

  private final Console console;
  private final Path home;

  @Mixin private LogOptions input = new LogOptions();

  @Option(
      names = "--week",
      paramLabel = "WEEK",
      converter = IsoWeekConverter.class,
      description =
          "ISO week to report, as 2026-W47: Monday to Sunday. Default: the last complete week in"
              + " the store.")
  private @Nullable IsoWeek week;

  @Mixin private ReportOptions report = new ReportOptions();

  WeeklyCommand(Console console, Path home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() throws Exception {
    return report.make(
        console, input.request(home), new ReportScope.Week(Optional.ofNullable(week)));
  }
}
