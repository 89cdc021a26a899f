package dev.burnline.cli;

import dev.burnline.crunch.LogCrunch;
import dev.burnline.job.KeepStoreCurrentJob;
import dev.burnline.job.StoreRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads what is new in the logs, and reports nothing. */
@Command(
    name = "crunch",
    sortOptions = false,
    description = {
      "Reads what is new in the logs into the store. Run it more often than the logs rotate away,"
          + " for example every five minutes; reports then need the store only.",
      "Running it again is harmless, also after it was killed: no line is counted twice."
    },
    footerHeading = "%nExample:%n",
    footer = "  burnline crunch --logs /var/log/llm --slo slo.yaml --store /var/lib/burnline")
final class CrunchCommand implements Callable<Integer> {

  private final Console console;
  private final Path home;

  @Mixin private LogOptions input = new LogOptions();

  CrunchCommand(Console console, Path home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() throws Exception {
    StoreRequest request = input.request(home);
    LogCrunch.Result result;
    try (TerminalProgress progress = new TerminalProgress(console);
        OneContext spark = new OneContext("crunch")) {
      result = new KeepStoreCurrentJob(spark::start, Clock.systemUTC(), progress).crunch(request);
    }
    console
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "read %,.1f MiB of new log; the store %s holds %,d lines in %,d segments",
                result.bytesRead() / (double) (1 << 20),
                request.store(),
                result.content().extents().stream().mapToLong(extent -> extent.lines()).sum(),
                result.content().bySegment().size()));
    result.unread().forEach(unread -> console.warn(unread.name() + ": " + unread.reason()));
    return result.unread().isEmpty() ? ExitCode.DONE : ExitCode.UNREADABLE;
  }
}
