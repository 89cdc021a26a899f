package dev.burnline.job;

import dev.burnline.crunch.LogCrunch;
import dev.burnline.log.FoundLogs;
import dev.burnline.log.LogFinder;
import dev.burnline.log.UnreadLog;
import dev.burnline.rollup.CountedKeys;
import dev.burnline.store.CrunchTimes;
import dev.burnline.store.RollupStore;
import dev.burnline.store.StoreContent.DamagedRollup;
import dev.burnline.store.StoreLock;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;

/** Brings a store up to its logs, and lets somebody work with it before another run may. */
public final class KeepStoreCurrentJob {

  /** Damage is found once; what is found again and again is no damage of the file. */
  private static final int MOST_ROUNDS = 5;

  private final Supplier<JavaSparkContext> sparkStart;
  private final Clock clock;
  private final Progress progress;
  private final long splitBytes;

  /**
   * Creates the job.
   *
   * @param sparkStart gives the context; called once, while the logs are looked for
   */
  public KeepStoreCurrentJob(
      Supplier<JavaSparkContext> sparkStart, Clock clock, Progress progress) {
    this(sparkStart, clock, progress, LogCrunch.SPLIT_BYTES);
  }

  /** Creates the job with splits of another length. */
  KeepStoreCurrentJob(
      Supplier<JavaSparkContext> sparkStart, Clock clock, Progress progress, long splitBytes) {
    this.sparkStart = sparkStart;
    this.clock = clock;
    this.progress = progress;
    this.splitBytes = splitBytes;
  }

  /** Works on a current store. */
  interface Work<T> {

    /**
     * Works.
     *
     * @throws DamagedStoreException when rollups turn out to be damaged; they are made again from
     *     the logs, or given up as lost, and the work is done again
     */
    T with(JavaSparkContext spark, Current current) throws IOException, DamagedStoreException;
  }

  /**
   * A store that is current.
   *
   * @param crunched what the crunch did
   * @param warnings what an operator should change before lines are lost
   */
  record Current(LogCrunch.Result crunched, List<String> warnings) {}

  /** Some rollups cannot be read to their end. */
  static final class DamagedStoreException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<DamagedRollup> damaged;

    DamagedStoreException(List<DamagedRollup> damaged) {
      super("%d rollups are damaged".formatted(damaged.size()));
      this.damaged = List.copyOf(damaged);
    }
  }

  /**
   * Crunches only.
   *
   * @throws NothingToReadException when neither the logs nor the store have a usable line
   * @throws IOException when the store cannot be read or written
   */
  public LogCrunch.Result crunch(StoreRequest request) throws IOException {
    return run(
        request,
        (spark, current) -> {
          current.warnings().forEach(progress::message);
          return current.crunched();
        });
  }

  /** Crunches, then works while the lock is held. */
  <T> T run(StoreRequest request, Work<T> work) throws IOException {
    CompletableFuture<JavaSparkContext> starting = CompletableFuture.supplyAsync(sparkStart);
    FoundLogs logs = new LogFinder(HadoopSettings.current()).find(request.logs());
    refuseWithoutAnyPath(request, logs);
    JavaSparkContext spark = started(starting);
    RollupStore store = new RollupStore(spark.hadoopConfiguration(), request.store());
    CrunchLogsJob crunch =
        new CrunchLogsJob(spark, request.sloFile(), request.store(), progress, splitBytes);
    try (StoreLock lock = StoreLock.take(store, request.patience(), clock, progress::message)) {
      Optional<Duration> betweenRuns = new CrunchTimes(store).add(clock.instant());
      for (int round = 1; ; round++) {
        LogCrunch.Result crunched = crunch.run(request.logs(), logs);
        crunched.damaged().forEach(this::tell);
        if (crunched.content().live().isEmpty()) {
          throw new NothingToReadException(nothingToRead(request, logs, crunched.unread()));
        }
        try {
          List<String> warnings =
              RotationHeadroom.warnings(logs, crunched.content().extents(), betweenRuns);
          return work.with(spark, new Current(crunched, warnings));
        } catch (DamagedStoreException e) {
          if (round == MOST_ROUNDS) {
            throw new IOException(
                "rollup %s is damaged in every reading but one; is its disk sound?"
                    .formatted(e.damaged.get(0).name()),
                e);
          }
          e.damaged.forEach(this::tell);
          store.setAside(e.damaged);
        }
      }
    }
  }

  /** A mistyped path makes no store; beside others, or a store with content, it is only named. */
  private static void refuseWithoutAnyPath(StoreRequest request, FoundLogs logs)
      throws IOException {
    if (!request.logs().isEmpty()
        && logs.missing().size() == request.logs().size()
        && new RollupStore(HadoopSettings.current(), request.store())
            .content(CountedKeys.NONE)
            .live()
            .isEmpty()) {
      throw new NothingToReadException(
          "no such log file or folder: " + String.join(", ", request.logs()));
    }
  }

  private void tell(DamagedRollup damaged) {
    progress.message(
        "rollup %s is damaged (%s): set aside, and made anew from its log"
            .formatted(damaged.name(), damaged.message()));
  }

  private static JavaSparkContext started(CompletableFuture<JavaSparkContext> starting)
      throws IOException {
    try {
      return starting.join();
    } catch (CompletionException e) {
      throw new IOException("Spark does not start: " + e.getCause().getMessage(), e.getCause());
    }
  }

  private static String nothingToRead(
      StoreRequest request, FoundLogs logs, List<UnreadLog> unread) {
    if (request.logs().isEmpty()) {
      return "the store %s is empty, and there is no --logs to read".formatted(request.store());
    }
    String where = String.join(", ", request.logs());
    if (!unread.isEmpty()) {
      UnreadLog first = unread.get(0);
      return "no usable line in %s: %d file%s cannot be read, the first is %s: %s"
          .formatted(
              where, unread.size(), unread.size() == 1 ? "" : "s", first.name(), first.reason());
    }
    if (!logs.waiting().isEmpty()) {
      return "no complete line yet in %s".formatted(where);
    }
    String others =
        switch (logs.ignored().size()) {
          case 0 -> "there is no file";
          case 1 -> "the one file there is something else, " + logs.ignored().get(0);
          default ->
              "the %d files there are something else, for example %s"
                  .formatted(logs.ignored().size(), logs.ignored().get(0));
        };
    return "no log in %s: %s (a log is named like app.log, app.log.1 or app.log.2.gz, or begins with a JSON line)"
        .formatted(where, others);
  }
}
