package dev.burnline.serve.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code burnline bench}; what it measures is a sub-command. */
@Command(
    name = "burnline bench",
    usageHelpAutoWidth = true,
    description = "Measures a running server.",
    subcommands = BenchServe.class)
public final class Bench implements Runnable {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this page and exit.")
  @SuppressWarnings("unused") // read by picocli
  private boolean help;

  @Spec private CommandSpec spec;

  /** Picocli's way in. */
  @SuppressWarnings("NullAway.Init")
  public Bench() {}

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    // Idle connections end here before a server ends them, which would look like its failure.
    System.setProperty("jdk.httpclient.keepalive.timeout", "10");
    System.exit(commandLine().execute(args));
  }

  /** Returns the command, ready to be executed; it writes to standard output and error. */
  public static CommandLine commandLine() {
    return new CommandLine(new Bench()).setParameterExceptionHandler(Bench::refuse);
  }

  /** Says what is wrong without burying it under a screen of help. */
  private static int refuse(ParameterException problem, String[] args) {
    CommandLine command = problem.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println(name + ": " + problem.getMessage());
    command.getErr().println("Try '" + name + " --help'.");
    return CommandLine.ExitCode.USAGE;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to measure: serve");
  }
}
