package dev.burnline.cli;

import static java.util.Objects.requireNonNull;

import dev.burnline.crunch.LogCrunch;
import dev.burnline.evaluate.StoredEvents;
import dev.burnline.job.HadoopSettings;
import dev.burnline.job.KeepStoreCurrentJob;
import dev.burnline.job.StoreRequest;
import dev.burnline.rollup.Extent;
import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import dev.burnline.slo.alert.AlertRules;
import dev.burnline.slo.explain.SloExplanation;
import dev.burnline.slo.openslo.SloFile;
import dev.burnline.slo.spelling.KnownNames;
import dev.burnline.store.DamagedRollupException;
import dev.burnline.store.RollupFile;
import dev.burnline.store.RollupReader;
import dev.burnline.store.RollupStore;
import dev.burnline.store.StoreContent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains one SLO in plain words. */
@Command(
    name = "explain",
    sortOptions = false,
    description = {
      "Explains an SLO in plain words: which requests count and which of them are good, how large"
          + " the error budget is in minutes of full outage, after how many minutes each alert"
          + " fires when 1, 2, 5, 10, 50 or 100 %% of the requests fail, how few requests make a"
          + " single failure fire it, and which maintenance is excluded next.",
      "With a store, or with logs that are read into it first, also for each service at one time:"
          + " the budget in requests, what is left of it, how fast it burns and how long it lasts"
          + " so, and the alerts that hold."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  burnline slo explain llm-latency --slo slo.yaml",
      "  burnline slo explain llm-latency --slo slo.yaml --store /var/lib/burnline --at"
          + " 2026-11-23T07:30Z",
      "  burnline slo explain llm-availability --logs sample-logs/logs"
    })
final class SloExplainCommand implements Callable<Integer> {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Console console;
  private final Path home;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "The SLO's name in the file.")
  private String name = "";

  @Mixin private SloOptions slos = new SloOptions();

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description =
          "The store, a path or any Hadoop file system URI. Without --logs it is only read.")
  private @Nullable String store;

  @Option(
      names = "--logs",
      arity = "1..*",
      paramLabel = "PATH",
      description = "Log files, folders or globs to read into the store first.")
  private List<String> logs = new ArrayList<>();

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "How long to wait for another run that uses the store. Default: 600.")
  private long waitSeconds = 600;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = AtConverter.class,
      description =
          "Minute at which the budget is looked at, as 2026-11-23T07:30Z; of an SLO whose window"
              + " follows the calendar, also the window that is explained, and of one that excludes"
              + " maintenance, from when on that is told. Default: the end of the store's last"
              + " minute; of maintenance now.")
  private @Nullable Instant at;

  @Option(
      names = "--service",
      paramLabel = "NAME",
      description = "Look at this service only. Default: every service of the SLO that was seen.")
  private @Nullable String service;

  private @Nullable SloExplanation explained;

  SloExplainCommand(Console console, Path home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() throws Exception {
    boolean hasData = store != null || !logs.isEmpty();
    if (!hasData && service != null) {
      throw refused("--service needs --store or --logs");
    }
    SloFile file = slos.file(home);
    Slo slo = slo(file);
    boolean isCalendar = slo.window() instanceof TimeWindow.Calendar;
    if (!hasData && at != null && !isCalendar && slo.exclusions().isEmpty()) {
      throw refused(
          "--at needs --store or --logs, or an SLO whose window follows the calendar or that"
              + " excludes maintenance");
    }
    if (hasData && at == null && isCalendar) {
      // Its windows differ, and which one is meant only the data tell.
      return explainData(file, slo);
    }
    // The file is explained before anything that may take long or fail.
    explained = explain(file, slo, at);
    return hasData ? explainData(file, slo) : ExitCode.DONE;
  }

  private SloExplanation explain(SloFile file, Slo slo, @Nullable Instant time) {
    SloExplanation explanation =
        SloExplanation.of(slo, Plain.windowLength(slo, time), file.alertRulesOf(slo));
    Instant now = at == null ? Clock.systemUTC().instant() : at;
    console.out().println(new ExplanationText(explanation, now).text());
    return explanation;
  }

  private Slo slo(SloFile file) {
    List<String> names = file.slos().stream().map(Slo::name).toList();
    if (names.isEmpty()) {
      throw refused("there is no SLO in the files");
    }
    return file.slos().stream()
        .filter(slo -> slo.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                refused(
                    "there is no SLO '%s', the nearest name is '%s'"
                        .formatted(name, KnownNames.of(names).nearestTo(name))));
  }

  private ParameterException refused(String message) {
    return new ParameterException(requireNonNull(spec, "spec is null").commandLine(), message);
  }

  private int explainData(SloFile file, Slo slo) throws Exception {
    int code = ExitCode.DONE;
    String folder = store == null ? LogOptions.storeOf(logs) : store;
    if (!logs.isEmpty()) {
      code = crunch(new StoreRequest(logs, file, folder, Duration.ofSeconds(waitSeconds)));
    }
    RollupStore rollups = new RollupStore(HadoopSettings.current(), folder);
    StoreContent content = rollups.content(file.counting().keys());
    if (content.live().isEmpty()) {
      throw new IOException("there is nothing in the store " + folder);
    }
    StoredEvents events = new StoredEvents(slo);
    List<String> damaged = new ArrayList<>();
    content.damaged().forEach(one -> damaged.add(one.name() + ": " + one.message()));
    for (RollupFile rollup : content.live()) {
      try (RollupReader reader = rollups.open(rollup)) {
        events.add(reader);
      } catch (DamagedRollupException e) {
        damaged.add(rollup.name() + ": " + e.reason());
      }
    }
    Instant end = at == null ? endOf(content) : at;
    SloExplanation explanation = explained == null ? explain(file, slo, end) : explained;
    if (service == null && events.services().isEmpty()) {
      console.out().println("\n" + nothingCounted(slo, content));
    }
    print(explanation, file.alertRulesOf(slo), events, end);
    if (events.uncountedFiles() > 0) {
      console.warn(
          "%s of %s rollups were made before this SLO and are not in the figures; with --logs the logs"
                  .formatted(events.uncountedFiles(), content.live().size())
              + " that still exist are counted again, and reports estimate the rest");
    }
    damaged.forEach(one -> console.warn("damaged and not, or not all, in the figures: " + one));
    return damaged.isEmpty() ? code : ExitCode.UNREADABLE;
  }

  private int crunch(StoreRequest request) throws IOException {
    try (TerminalProgress progress = new TerminalProgress(console);
        OneContext spark = new OneContext("explain")) {
      LogCrunch.Result crunched =
          new KeepStoreCurrentJob(spark::start, Clock.systemUTC(), progress).crunch(request);
      crunched.unread().forEach(unread -> console.warn(unread.name() + ": " + unread.reason()));
      return crunched.unread().isEmpty() ? ExitCode.DONE : ExitCode.UNREADABLE;
    }
  }

  private static Instant endOf(StoreContent content) {
    long last = content.extents().stream().mapToLong(Extent::lastMillis).max().orElseThrow();
    long minute = Math.floorDiv(last, MINUTE.toMillis()) + 1;
    return Instant.ofEpochSecond(minute * MINUTE.toSeconds());
  }

  private static String nothingCounted(Slo slo, StoreContent content) {
    boolean isSeen =
        content.extents().stream()
            .flatMap(extent -> extent.services().stream())
            .anyMatch(slo.services()::covers);
    return isSeen
        ? "Nothing of this SLO is counted in the store: its logs were read before there was the SLO."
        : "No request of this SLO's services is in the store.";
  }

  private void print(
      SloExplanation explanation, AlertRules rules, StoredEvents events, Instant end) {
    List<String> services = service == null ? events.services() : List.of(service);
    for (String one : services) {
      console
          .out()
          .println("\n" + new BurningText(explanation, rules, events.of(one), one, end).text());
    }
  }
}
