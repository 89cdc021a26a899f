package dev.burnline.cli;

import dev.burnline.job.HadoopSettings;
import dev.burnline.rollup.CountedKeys;
import dev.burnline.rollup.Extent;
import dev.burnline.store.RollupFile;
import dev.burnline.store.RollupStore;
import dev.burnline.store.StoreCompaction;
import dev.burnline.store.StoreContent;
import dev.burnline.store.StoreLock;
import dev.burnline.store.StoreUpkeep;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks after a store of rollups. */
@Command(
    name = "store",
    sortOptions = false,
    description = "Lists, checks, compacts and prunes a store of rollups.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  burnline store list --store /var/lib/burnline",
      "  burnline store compact --store /var/lib/burnline",
      "  burnline store forget --before 2026-08-01 --store /var/lib/burnline"
    })
final class StoreCommand {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Console console;
  private final Clock clock;

  StoreCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  /** Which store. */
  static final class Place {

    @Option(
        names = "--store",
        required = true,
        paramLabel = "DIR",
        description = "The store, a path or any Hadoop file system URI.")
    private String folder = "";

    RollupStore store() throws IOException {
      RollupStore store = new RollupStore(HadoopSettings.current(), folder);
      if (!store.exists()) {
        throw new FileNotFoundException("there is no store " + folder);
      }
      return store;
    }
  }

  @Command(name = "list", description = "Lists what the store holds, oldest first.")
  int list(@Mixin Place place) throws IOException {
    StoreContent content = place.store().content(CountedKeys.NONE);
    console
        .out()
        .println("first line            last line                   lines  segments  file");
    content.live().stream()
        .sorted(Comparator.comparingLong(StoreCommand::firstMillis))
        .forEach(file -> console.out().println(line(file)));
    console
        .out()
        .println(
            format(
                "%,d lines in %,d segments, %,d files",
                content.extents().stream().mapToLong(Extent::lines).sum(),
                content.bySegment().size(),
                content.live().size()));
    content.damaged().forEach(file -> console.warn(file.name() + ": " + file.message()));
    content.unread().forEach(file -> console.warn(file.name() + ": " + file.message()));
    return content.damaged().isEmpty() && content.unread().isEmpty()
        ? ExitCode.DONE
        : ExitCode.UNREADABLE;
  }

  private static String line(RollupFile file) {
    long last = file.extents().stream().mapToLong(Extent::lastMillis).max().orElse(0);
    return format(
        "%-20s  %-20s  %,11d  %,8d  %s",
        seconds(firstMillis(file)),
        seconds(last),
        file.extents().stream().mapToLong(Extent::lines).sum(),
        file.extents().size(),
        file.name());
  }

  private static Instant seconds(long millis) {
    return Instant.ofEpochSecond(Math.floorDiv(millis, 1000L));
  }

  private static long firstMillis(RollupFile file) {
    return file.extents().stream().mapToLong(Extent::firstMillis).min().orElse(0);
  }

  @Command(
      name = "verify",
      description = "Reads every file to its end and checks it. Changes nothing but with --repair.")
  int verify(
      @Mixin Place place,
      @Option(
              names = "--repair",
              description = "Set damaged files aside, so that the next crunch makes them anew.")
          boolean repair)
      throws IOException {
    StoreUpkeep.Check check = repair ? repaired(place.store()) : verified(place.store());
    check.problems().forEach(console::warn);
    console
        .out()
        .println(
            format(
                "%,d files with %,d rows, %,d problems",
                check.files(), check.rows(), check.problems().size()));
    return check.problems().isEmpty() ? ExitCode.DONE : ExitCode.UNREADABLE;
  }

  private static StoreUpkeep.Check verified(RollupStore store) throws IOException {
    return new StoreUpkeep(store).verify();
  }

  private StoreUpkeep.Check repaired(RollupStore store) throws IOException {
    try (StoreLock lock = StoreLock.take(store, PATIENCE, clock, console::warn)) {
      return new StoreUpkeep(store).repair();
    }
  }

  @Command(
      name = "compact",
      description = {
        "Merges the rollups of closed segments into few files, so that thousands of segments stay"
            + " quick to read. Killing it is harmless.",
      })
  int compact(
      @Mixin Place place,
      @Option(
              names = "--before",
              paramLabel = "DATE",
              converter = DateConverter.class,
              description =
                  "Merge segments whose last line is before this day, UTC. Default: yesterday.")
          @Nullable LocalDate before)
      throws IOException {
    LocalDate day =
        before == null ? LocalDate.now(clock.withZone(ZoneOffset.UTC)).minusDays(1) : before;
    RollupStore store = place.store();
    try (StoreLock lock = StoreLock.take(store, PATIENCE, clock, console::warn)) {
      StoreCompaction.Result result = new StoreCompaction(store).run(startOf(day));
      console
          .out()
          .println(format("%,d files became %,d", result.filesBefore(), result.filesAfter()));
      result.problems().forEach(console::warn);
      return result.problems().isEmpty() ? ExitCode.DONE : ExitCode.UNREADABLE;
    }
  }

  @Command(
      name = "forget",
      description = {
        "Gives up what was set aside as damaged and, with --before, deletes the rollups whose last"
            + " line is before a day.",
        "Reports of those days can then only be made again from the logs."
      })
  int forget(
      @Mixin Place place,
      @Option(
              names = "--before",
              paramLabel = "DATE",
              converter = DateConverter.class,
              description = "First day to keep, UTC. Default: keep all days.")
          @Nullable LocalDate before)
      throws IOException {
    RollupStore store = place.store();
    try (StoreLock lock = StoreLock.take(store, PATIENCE, clock, console::warn)) {
      StoreUpkeep upkeep = new StoreUpkeep(store);
      List<String> forgotten =
          before == null ? upkeep.forgetDamaged() : upkeep.forget(startOf(before));
      forgotten.forEach(console.out()::println);
      console.out().println(format("%,d files deleted", forgotten.size()));
    }
    return ExitCode.DONE;
  }

  private static long startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
