package dev.burnline.cli;

import dev.burnline.job.Version;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line of the Spark jobs. */
@Command(
    name = "burnline",
    description =
        "Service-level reports and alerts from the JSON request logs of a self-hosted language"
            + " model.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Burnline.VersionProvider.class,
    scope = CommandLine.ScopeType.INHERIT,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed",
      "2:wrong usage or configuration",
      "3:input that cannot be read, or not to its end",
      "4:SLO missed (only with --fail-on missed)"
    })
public final class Burnline {

  private Burnline() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Console console =
        new Console(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            "1".equals(System.getenv("BURNLINE_STDERR_IS_TERMINAL")));
    System.exit(run(console, home(), arguments));
  }

  /**
   * Runs a command.
   *
   * @param home the folder of the installation, where the sample logs are
   * @return the exit code
   */
  public static int run(Console console, Path home, String... arguments) {
    Failures failures = new Failures(console);
    return new CommandLine(new Burnline())
        .addSubcommand(new NightlyCommand(console, home))
        .addSubcommand(new WeeklyCommand(console, home))
        .addSubcommand(new BudgetCommand(console, home))
        .addSubcommand(new CrunchCommand(console, home))
        .addSubcommand(new StoreCommand(console, Clock.systemUTC()))
        .addSubcommand(new AlertsCommand(console, home))
        .addSubcommand(SloCommand.of(console, home))
        .setOut(console.out())
        .setErr(console.err())
        .setParameterExceptionHandler(failures::refuse)
        .setExecutionExceptionHandler(failures)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments);
  }

  private static Path home() {
    return Path.of(System.getProperty("burnline.home", "."));
  }

  static final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"burnline " + Version.current()};
    }
  }
}
