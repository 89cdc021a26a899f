package dev.burnline.trust;

import dev.burnline.crunch.LocalWorkers;
import dev.burnline.crunch.LogCrunch;
import dev.burnline.crunch.SegmentJoin;
import dev.burnline.crunch.SplitKernel;
import dev.burnline.log.FoundLogs;
import dev.burnline.log.LogFinder;
import dev.burnline.rollup.CountedKeys;
import dev.burnline.rollup.Counter;
import dev.burnline.rollup.Counting;
import dev.burnline.scan.LogField;
import dev.burnline.store.RollupStore;
import dev.burnline.store.StoreCompaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;

/**
 * A folder with logs and a store, and one process that works on them: all that an installation has
 * but Spark. A process that was killed is not used again; {@link #next} is the one after it.
 */
final class Workbench {

  /** What a slow request is, for the counter. */
  static final int SLOW_MS = 1000;

  /** What is counted unless a test says otherwise: quick requests. */
  static final List<Counter> COUNTERS =
      List.of(
          new Counter(
              "duration_ms < 1000",
              Set.of(LogField.DURATION_MS),
              line -> line.number(LogField.DURATION_MS) < SLOW_MS));

  private final Path folder;
  private final List<Counter> counters;
  private final long splitBytes;
  private final boolean renameReplaces;
  private final Configuration hadoop;

  private Workbench(
      Path folder, List<Counter> counters, long splitBytes, boolean renameReplaces, Fault fault) {
    this.folder = folder;
    this.counters = counters;
    this.splitBytes = splitBytes;
    this.renameReplaces = renameReplaces;
    this.hadoop = new FaultyFileSystem.Setup(fault, renameReplaces);
  }

  /** A workbench whose logs are split about every so many bytes. */
  static Workbench in(Path folder, long splitBytes) throws IOException {
    Files.createDirectories(folder.resolve("logs"));
    return new Workbench(folder, COUNTERS, splitBytes, true, Fault.NONE);
  }

  /** A workbench whose logs are one split each. */
  static Workbench in(Path folder) throws IOException {
    return in(folder, 1L << 20);
  }

  /** The same folder, worked on by the next process. */
  Workbench next(Fault fault) {
    return new Workbench(folder, counters, splitBytes, renameReplaces, fault);
  }

  /** The same on a file system where no file is renamed to one that exists. */
  Workbench withStrictRename() {
    return new Workbench(folder, counters, splitBytes, false, Fault.NONE);
  }

  /** The same with another split size. */
  Workbench withSplits(long bytes) {
    return new Workbench(folder, counters, bytes, renameReplaces, Fault.NONE);
  }

  /** The same counting something else. */
  Workbench counting(List<Counter> others) {
    return new Workbench(folder, others, splitBytes, renameReplaces, Fault.NONE);
  }

  /** Where the logs are. */
  Path logs() {
    return folder.resolve("logs");
  }

  /** A log of the folder, by its name. */
  Path log(String name) {
    return logs().resolve(name);
  }

  /** Where the store is. */
  Path storeFolder() {
    return folder.resolve("store");
  }

  Configuration hadoop() {
    return hadoop;
  }

  CountedKeys asked() {
    return counting().keys();
  }

  Counting counting() {
    return Counting.of(counters, List.of());
  }

  RollupStore store() {
    return new RollupStore(hadoop, FaultyFileSystem.address(storeFolder()));
  }

  FoundLogs find() throws IOException {
    return new LogFinder(hadoop).find(List.of(FaultyFileSystem.address(logs())));
  }

  LogCrunch.Result crunch() throws IOException {
    return crunch(find());
  }

  LogCrunch.Result crunch(FoundLogs found) throws IOException {
    RollupStore store = store();
    SplitKernel kernel = new SplitKernel(hadoop, counting(), store, UUID.randomUUID().toString());
    LocalWorkers workers = new LocalWorkers(kernel, new SegmentJoin(store, kernel));
    return new LogCrunch(store, asked(), workers, splitBytes).run(found);
  }

  StoreCompaction.Result compact(long beforeMillis) throws IOException {
    return new StoreCompaction(store()).run(beforeMillis);
  }

  /** What the store counts, as any reader sees it now. */
  Counted counted() throws IOException {
    return Counted.of(store(), asked());
  }
}
