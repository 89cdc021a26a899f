package dev.burnline.job;

import dev.burnline.crunch.LogCrunch;
import dev.burnline.crunch.LogSplit;
import dev.burnline.crunch.SegmentJoin;
import dev.burnline.crunch.SplitKernel;
import dev.burnline.crunch.SplitResult;
import dev.burnline.crunch.Workers;
import dev.burnline.log.FoundLogs;
import dev.burnline.log.LogFinder;
import dev.burnline.log.UnreadLog;
import dev.burnline.rollup.BootSequences;
import dev.burnline.slo.openslo.SloFile;
import dev.burnline.store.RollupStore;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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

  private static final int LOOK_AGAIN = 2;
  private static final long MOST_TASKS = 10_000;

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
   * Crunches. When logs were rotated under it, it looks again for them where they are now.
   *
   * @param paths where {@code found} was found
   * @throws IOException when the store cannot be listed or cleared up
   */
  public LogCrunch.Result run(List<String> paths, FoundLogs found) throws IOException {
    RollupStore store = new RollupStore(spark.hadoopConfiguration(), storeFolder);
    LogCrunch crunch =
        new LogCrunch(store, sloFile.counting().keys(), new SparkWorkers(), splitBytes);
    LogCrunch.Result result = crunch.run(found);
    for (int again = 0;
        again < LOOK_AGAIN && result.unread().stream().anyMatch(UnreadLog::moved);
        again++) {
      FoundLogs now = new LogFinder(spark.hadoopConfiguration()).find(paths);
      result = crunch.run(now).after(result);
    }
    return result;
  }

  /** Carries the steps to the executors. */
  private final class SparkWorkers implements Workers {

    private final Broadcast<Tools> tools =
        spark.broadcast(
            new Tools(
                new SloFiles(sloFile),
                storeFolder,
                UUID.randomUUID().toString(),
                new SerializableConfiguration(spark.hadoopConfiguration())));

    @Override
    public List<SplitResult> read(List<LogSplit> splits) {
      spark.setJobGroup("crunch", "crunch %d splits".formatted(splits.size()), true);
      long total = splits.stream().mapToLong(LogSplit::weight).sum();
      LongAccumulator done = spark.sc().longAccumulator("bytes read");
      int tasks =
          Math.max(2 * spark.defaultParallelism(), (int) Math.min(total / splitBytes, MOST_TASKS));
      List<List<LogSplit>> bins = TaskBins.pack(splits, tasks, LogSplit::weight);
      Broadcast<Tools> carried = tools;
      try (ProgressWatch watch = new ProgressWatch(progress, done::value, total)) {
        watch.start();
        return spark
            .parallelize(bins, bins.size())
            .mapPartitions(work -> readBin(work, carried.value(), done))
            .collect();
      }
    }

    @Override
    public List<UnreadLog> join(List<SegmentJoin.Pieces> pieces) {
      spark.setJobGroup("join", "join %d segments".formatted(pieces.size()), true);
      Broadcast<Tools> carried = tools;
      return spark
          .parallelize(pieces, Math.min(pieces.size(), 4 * spark.defaultParallelism()))
          .flatMap(one -> carried.value().join().join(one).iterator())
          .collect();
    }
  }

  private static Iterator<SplitResult> readBin(
      Iterator<List<LogSplit>> work, Tools tools, LongAccumulator done) {
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

  /** What a task works with, made on its executor. */
  private record Tools(
      SloFiles slos, String storeFolder, String run, SerializableConfiguration hadoop)
      implements Serializable {

    SplitKernel kernel() {
      return new SplitKernel(configuration(), slos.file().counting(), store(), run);
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
