package dev.burnline.cli;

import dev.burnline.job.CannotWriteException;
import dev.burnline.log.LogFinder;
import dev.burnline.slo.openslo.SloFileException;
import java.io.IOException;
import java.nio.file.FileSystemException;
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
    if (e instanceof CannotWriteException) {
      console.warn(String.valueOf(e.getMessage()));
      return ExitCode.FAILED;
    }
    Optional<ClassNotFoundException> missing = cause(e, ClassNotFoundException.class);
    if (missing.isPresent()) {
      console.warn(
          "a class is missing that a setting or a file system asks for, %s: its jar must be on the class path, as with spark-submit --packages"
              .formatted(missing.get().getMessage()));
      return ExitCode.WRONG_USAGE;
    }
    Optional<IOException> trouble = cause(e, IOException.class);
    if (trouble.isPresent()) {
      console.warn(words(trouble.get()));
      return ExitCode.UNREADABLE;
    }
    console.warn("this is a defect of Burnline, please report it:");
    e.printStackTrace(console.err());
    return ExitCode.FAILED;
  }

  /** The Java library's own exceptions have the reason in their type and only a path in words. */
  private static String words(IOException e) {
    if (e instanceof FileSystemException file && file.getReason() == null) {
      String what =
          switch (e.getClass().getSimpleName()) {
            case "NoSuchFileException" -> "no such file or folder";
            case "AccessDeniedException" -> "permission denied";
            case "FileAlreadyExistsException", "NotDirectoryException" ->
                "a file of that name is in the way";
            default -> e.getClass().getSimpleName();
          };
      return file.getFile() + ": " + what;
    }
    return LogFinder.reason(e);
  }

  /** What a task could not read or write reaches the driver wrapped into Spark's own exceptions. */
  private static <E extends Exception> Optional<E> cause(Throwable failure, Class<E> kind) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return Optional.of(kind.cast(cause));
      }
    }
    return Optional.empty();
  }
}
