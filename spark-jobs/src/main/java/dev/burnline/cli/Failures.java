package dev.burnline.cli;

import dev.burnline.log.LogFinder;
import dev.burnline.slo.openslo.SloFileException;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into one message and an exit code. */
final class Failures implements IExecutionExceptionHandler {

  private final Console console;

  Failures(Console console) {
    this.console = console;
  }

  /** Says what is wrong with the arguments without burying it under two screens of help. */
  int refuse(ParameterException problem, String[] arguments) {
    console.warn(String.valueOf(problem.getMessage()));
    String command = problem.getCommandLine().getCommandSpec().qualifiedName();
    console.err().println("Try '%s --help'.".formatted(command));
    return ExitCode.WRONG_USAGE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult arguments) {
    if (e instanceof SloFileException) {
      console.warn(String.valueOf(e.getMessage()));
      return ExitCode.WRONG_USAGE;
    }
    Optional<IOException> trouble = trouble(e);
    if (trouble.isPresent()) {
      console.warn(LogFinder.reason(trouble.get()));
      return ExitCode.UNREADABLE;
    }
    console.warn("this is a defect of Burnline, please report it:");
    e.printStackTrace(console.err());
    return ExitCode.FAILED;
  }

  /** What a task could not read or write reaches the driver wrapped into Spark's own exceptions. */
  private static Optional<IOException> trouble(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException io) {
        return Optional.of(io);
      }
    }
    return Optional.empty();
  }
}
