package dev.burnline.generate;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code burnline generate}. Exits 0 done, 2 wrong options, 3 cannot write. */
@Command(
    name = "burnline generate",
    mixinStandardHelpOptions = true,
    versionProvider = GeneratorVersion.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Writes request logs of simulated inference servers: every event of the log contract, traffic"
          + " with daily rhythm and bursts, token lengths with long tails, queues under load, and"
          + " incidents on schedule. Equal options give equal bytes.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  burnline generate --out /tmp/logs --days 2 --requests 20000",
      "  burnline generate --out /tmp/logs --services chat@3,gateway:minimal --incidents oom.yaml",
      "  burnline generate --out /tmp/big --days 30 --requests 1000000 --gzip",
      "",
      "Exit codes: 0 done, 2 wrong options or incident file, 3 cannot write."
    })
public final class Generate implements Callable<Integer> {

  private static final int CANNOT_WRITE = 3;

  @Mixin private final GenerateOptions options = new GenerateOptions();

  @Spec private CommandSpec spec;

  /** Picocli's way in. */
  @SuppressWarnings("NullAway.Init")
  public Generate() {}

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** Returns the command, ready to be executed; it writes to standard output and error. */
  public static CommandLine commandLine() {
    return new CommandLine(new Generate())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Generate::refuse);
  }

  /** Says what is wrong without burying it under two screens of help. */
  private static int refuse(ParameterException problem, String[] args) {
    PrintWriter err = problem.getCommandLine().getErr();
    err.println("burnline generate: " + problem.getMessage());
    err.println("Try 'burnline generate --help'.");
    return CommandLine.ExitCode.USAGE;
  }

  @Override
  public Integer call() {
    Plan plan = options.plan(spec.commandLine());
    Progress progress = new Progress(System.err, Terminal.mode());
    try {
      Target target = new Target(plan);
      options.refuseFullFolder(spec.commandLine(), target);
      target.clear();
      new Run(plan, progress).write();
      progress.end();
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "generated %d days from %s in %s, truth in %s%n",
              plan.days(),
              plan.start(),
              plan.out(),
              plan.truth());
      return 0;
    } catch (IOException e) {
      progress.end();
      spec.commandLine().getErr().println("burnline generate: cannot write: " + e);
      return CANNOT_WRITE;
    }
  }
}
