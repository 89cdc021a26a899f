package dev.burnline.job;

import dev.burnline.crunch.CrunchPlan;
import dev.burnline.crunch.LogSplit;
import dev.burnline.crunch.SegmentJoin;
import dev.burnline.crunch.SplitKernel;
import dev.burnline.crunch.SplitResult;
import dev.burnline.log.FoundLogs;
import dev.burnline.log.IdentifiedLog;
import dev.burnline.log.UnreadLog;
import dev.burnline.rollup.BootSequences;
import dev.burnline.rollup.Counter;
import dev.burnline.slo.openslo.SloFile;
import dev.burnline.store.RollupStore;
import dev.burnline.store.StoreContent;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Reads what is new in the logs into the store: one Spark job over the splits, and a second one
 * over the segments that were read in several pieces.
 */
public final class CrunchLogsJob {

  private final JavaSparkContext spark;
  private final SloFile sloFile;
  private final String storeFolder;
  private final Progress progress;
  private final long splitBytes;

  /**
   * Creates the job.
   *
   * @param sloFile says what to count
   * @param storeFolder path or URI of the store
   * @param splitBytes about how much of a log one task reads at a time
   */
  public CrunchLogsJob(
      JavaSparkContext spark,
      SloFile sloFile,
      String storeFolder,
      Progress progress,
      long splitBytes) {
    this.spark = spark;
    this.sloFile = sloFile;
    this.storeFolder = storeFolder;
    this.progress = progress;
    this.splitBytes = splitBytes;
  }

  /**
   * What a crunch did.
   *
   * @param content the store afterwards
   * @param unread what could not be read to its end
   */
  public record Result(StoreContent content, List<UnreadLog> unread) {

    public Result {
      unread = List.copyOf(unread);
    }
  }

  /**
   * Crunches.
   *
   * @throws IOException when the store cannot be read or written
   */
  public Result run(FoundLogs logs) throws IOException {
    RollupStore store = new RollupStore(spark.hadoopConfiguration(), storeFolder);
    StoreContent before = store.content();
    List<String> counterKeys = sloFile.counters().stream().map(Counter::key).toList();
    CrunchPlan plan = CrunchPlan.of(logs.logs(), before.bySegment(), counterKeys, splitBytes);
    List<UnreadLog> unread = new ArrayList<>(logs.unread());
    before.damaged().forEach(message -> unread.add(new UnreadLog(storeFolder, message)));
    if (plan.splits().isEmpty()) {
      return new Result(before, unread);
    }
    String run = UUID.randomUUID().toString();
    spark.setJobGroup("crunch", "crunch %d splits".formatted(plan.splits().size()), true);
    Broadcast<Tools> tools =
        spark.broadcast(
            new Tools(
                new SloFiles(sloFile),
                storeFolder,
                run,
                new SerializableConfiguration(spark.hadoopConfiguration())));
    List<SplitResult> results = readSplits(plan.splits(), tools);
    List<SegmentJoin.Pieces> pieces = new ArrayList<>();
    byLog(results)
        .forEach(
            (log, ofLog) -> {
              if (ofLog.size() == 1 && ofLog.get(0).split().whole()) {
                ofLog.stream()
                    .map(SplitResult::unread)
                    .filter(Objects::nonNull)
                    .forEach(unread::add);
              } else {
                pieces.add(new SegmentJoin.Pieces(plan.earlier().get(log.segmentId()), ofLog));
              }
            });
    if (!pieces.isEmpty()) {
      unread.addAll(join(pieces, tools));
    }
    store.tidy(run, before);
    return new Result(store.content(), unread);
  }

  private List<SplitResult> readSplits(List<LogSplit> splits, Broadcast<Tools> tools) {
    long total = splits.stream().mapToLong(LogSplit::weight).sum();
    LongAccumulator done = spark.sc().longAccumulator("bytes read");
    int tasks = Math.max(2 * spark.defaultParallelism(), (int) (total / (32L << 20)));
    List<List<LogSplit>> bins = TaskBins.pack(splits, tasks, LogSplit::weight);
    try (ProgressWatch watch = new ProgressWatch(progress, done::value, total)) {
      watch.start();
      return spark
          .parallelize(bins, bins.size())
          .mapPartitions(work -> readSplits(work, tools.value(), done))
          .collect();
    }
  }

  private static Iterator<SplitResult> readSplits(
      Iterator<List<LogSplit>> work, Tools tools, LongAccumulator done) throws IOException {
    SplitKernel kernel = tools.kernel();
    List<SplitResult> results = new ArrayList<>();
    while (work.hasNext()) {
      for (LogSplit split : work.next()) {
        results.add(kernel.run(split, new BootSequences()));
        done.add(split.weight());
      }
    }
    return results.iterator();
  }

  private List<UnreadLog> join(List<SegmentJoin.Pieces> pieces, Broadcast<Tools> tools) {
    spark.setJobGroup("join", "join %d segments".formatted(pieces.size()), true);
    return spark
        .parallelize(pieces, Math.min(pieces.size(), 4 * spark.defaultParallelism()))
        .flatMap(one -> tools.value().join().join(one).iterator())
        .collect();
  }

  private static Map<IdentifiedLog, List<SplitResult>> byLog(List<SplitResult> results) {
    Map<IdentifiedLog, List<SplitResult>> logs = new LinkedHashMap<>();
    for (SplitResult result : results) {
      logs.computeIfAbsent(result.split().log(), key -> new ArrayList<>()).add(result);
    }
    return logs;
  }

  /** What a task works with, made on its executor. */
  private record Tools(
      SloFiles slos, String storeFolder, String run, SerializableConfiguration hadoop)
      implements Serializable {

    SplitKernel kernel() {
      return new SplitKernel(configuration(), slos.file().counters(), store(), run);
    }

    SegmentJoin join() {
      return new SegmentJoin(store(), kernel());
    }

    private RollupStore store() {
      return new RollupStore(configuration(), storeFolder);
    }

    private Configuration configuration() {
      return hadoop.value();
    }
  }
}
