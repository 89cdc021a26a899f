package dev.burnline.cli;

import dev.burnline.log.LogFinder;
import dev.burnline.slo.openslo.SloFileException;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into one message and an exit code. */
final class Failures implements IExecutionExceptionHandler {

  private final Console console;

  Failures(Console console) {
    this.console = console;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult arguments) {
    if (e instanceof SloFileException) {
      console.warn(String.valueOf(e.getMessage()));
      return ExitCode.WRONG_USAGE;
    }
    if (e instanceof IOException io) {
      console.warn(LogFinder.reason(io));
      return ExitCode.UNREADABLE;
    }
    console.warn("this is a defect of Burnline, please report it:");
    e.printStackTrace(console.err());
    return ExitCode.FAILED;
  }
}
