package dev.burnline.cli;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What can be asked about an SLO file. */
@Command(
    name = "slo",
    sortOptions = false,
    description =
        "Checks and explains SLO files, tries them on the history, and writes them as Prometheus"
            + " rules.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  burnline slo validate slo.yaml",
      "  burnline slo explain llm-latency --slo slo.yaml --store /var/lib/burnline",
      "  burnline slo prometheus --slo slo.yaml --out burnline.rules.yaml",
      "  burnline slo backtest --slo slo.yaml --from 2026-10-24 --to 2026-11-23 --store"
          + " /var/lib/burnline"
    })
final class SloCommand {

  private SloCommand() {}

  /** Returns the command with its sub-commands. */
  static CommandLine of(Console console, Path home) {
    return new CommandLine(new SloCommand())
        .addSubcommand(new SloValidateCommand(console))
        .addSubcommand(new SloExplainCommand(console, home))
        .addSubcommand(new SloPrometheusCommand(console, home))
        .addSubcommand(new SloBacktestCommand(console, home));
  }
}
