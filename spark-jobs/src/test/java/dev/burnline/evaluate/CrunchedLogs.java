package dev.burnline.evaluate;

import dev.burnline.crunch.LocalWorkers;
import dev.burnline.crunch.LogCrunch;
import dev.burnline.crunch.SegmentJoin;
import dev.burnline.crunch.SplitKernel;
import dev.burnline.log.LogFinder;
import dev.burnline.rollup.CountedKeys;
import dev.burnline.rollup.Counting;
import dev.burnline.slo.Slo;
import dev.burnline.store.RollupFile;
import dev.burnline.store.RollupReader;
import dev.burnline.store.RollupStore;
import dev.burnline.store.StoreCompaction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/** Logs in a store, read for some SLOs and tallied without Spark. */
final class CrunchedLogs {

  static final MinuteSpan ALWAYS = new MinuteSpan(0, Integer.MAX_VALUE);
  static final ReportPlan PLAN =
      new ReportPlan(
          ReportPlan.Purpose.NIGHTLY, ZoneOffset.UTC, ALWAYS, ALWAYS, ALWAYS, ALWAYS, ALWAYS);

  private final Configuration hadoop = new Configuration();
  private final RollupStore store;
  private final Path logs;

  CrunchedLogs(Path logs, Path store) {
    this.logs = logs;
    this.store = new RollupStore(hadoop, store.toString());
  }

  static Counting counting(List<Slo> slos) {
    return Counting.of(List.of(), slos.stream().map(Slo::measure).toList());
  }

  void crunch(List<Slo> slos, long splitBytes) throws IOException {
    SplitKernel kernel = new SplitKernel(hadoop, counting(slos), store, "run");
    LocalWorkers workers = new LocalWorkers(kernel, new SegmentJoin(store, kernel));
    new LogCrunch(store, counting(slos).keys(), workers, splitBytes)
        .run(new LogFinder(hadoop).find(List.of(logs.toString())));
  }

  void compact() throws IOException {
    new StoreCompaction(store).run(Long.MAX_VALUE);
  }

  /** Returns the files that count. */
  List<RollupFile> live(List<Slo> slos) throws IOException {
    return store.content(counting(slos).keys()).live();
  }

  RollupReader open(RollupFile file) throws IOException {
    return store.open(file);
  }

  /** Returns the tallies of the services, by name. */
  SortedMap<String, ServiceTally> tallies(List<Slo> slos) throws IOException {
    CountedKeys asked = counting(slos).keys();
    SortedMap<String, ServiceTally> tallies = new TreeMap<>();
    for (RollupFile file : store.content(asked).live()) {
      RollupTally tally = new RollupTally(PLAN, asked);
      try (RollupReader reader = store.open(file)) {
        tally.add(reader);
      }
      for (Tally one : tally.tallies()) {
        if (one instanceof ServiceTally service) {
          tallies.merge(service.key(), service, (a, b) -> (ServiceTally) a.merge(b));
        }
      }
    }
    return tallies;
  }
}
