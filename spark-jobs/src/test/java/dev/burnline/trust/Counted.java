package dev.burnline.trust;

import dev.burnline.evaluate.LogTally;
import dev.burnline.evaluate.MinuteSpan;
import dev.burnline.evaluate.ReportPlan;
import dev.burnline.evaluate.RollupTally;
import dev.burnline.report.Completeness;
import dev.burnline.rollup.CountedKeys;
import dev.burnline.rollup.OutcomeFigures;
import dev.burnline.rollup.Row;
import dev.burnline.rollup.ServiceMinute;
import dev.burnline.store.RollupFile;
import dev.burnline.store.RollupReader;
import dev.burnline.store.RollupStore;
import dev.burnline.store.StoreContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a store counts. In these tests no two requests share a minute, so that a minute's count
 * tells how often one line was counted.
 *
 * @param requests by minute since 1970 UTC
 * @param quick requests under a second by minute, as the counter has them
 */
record Counted(
    StoreContent content, SortedMap<Integer, Long> requests, SortedMap<Integer, Long> quick) {

  private static final MinuteSpan ALWAYS = new MinuteSpan(0, Integer.MAX_VALUE);
  private static final ReportPlan PLAN =
      new ReportPlan(
          ReportPlan.Purpose.NIGHTLY, ZoneOffset.UTC, ALWAYS, ALWAYS, ALWAYS, ALWAYS, ALWAYS);

  /** What one file counts, by minute. */
  private record OfFile(Map<Integer, Long> requests, Map<Integer, Long> quick) {}

  /**
   * Reads files of a store; one that it has read and that did not change it does not read again.
   */
  static final class Reader {

    private final Map<String, OfFile> files = new HashMap<>();

    Counted read(RollupStore store, StoreContent content, CountedKeys asked) throws IOException {
      SortedMap<Integer, Long> requests = new TreeMap<>();
      SortedMap<Integer, Long> quick = new TreeMap<>();
      for (RollupFile file : content.live()) {
        Path path = Path.of(file.uri().getPath());
        String state = path + " " + Files.getLastModifiedTime(path) + " " + Files.size(path);
        OfFile counts = files.get(state);
        if (counts == null) {
          counts = ofFile(store, file, asked);
          files.put(state, counts);
        }
        counts.requests.forEach((minute, count) -> requests.merge(minute, count, Long::sum));
        counts.quick.forEach((minute, count) -> quick.merge(minute, count, Long::sum));
      }
      return new Counted(content, requests, quick);
    }
  }

  static Counted of(RollupStore store, CountedKeys asked) throws IOException {
    return new Reader().read(store, store.content(asked), asked);
  }

  private static OfFile ofFile(RollupStore store, RollupFile file, CountedKeys asked)
      throws IOException {
    Map<Integer, Long> requests = new HashMap<>();
    Map<Integer, Long> quick = new HashMap<>();
    int place =
        asked.counters().isEmpty()
            ? -1
            : file.counted().counters().indexOf(asked.counters().get(0));
    try (RollupReader rows = store.open(file)) {
      Row row;
      while ((row = rows.next()) != null) {
        if (row instanceof ServiceMinute minute) {
          requests.merge(minute.minute(), requests(minute), Long::sum);
          quick.merge(minute.minute(), place < 0 ? 0 : minute.counter(place), Long::sum);
        }
      }
    }
    return new OfFile(requests, quick);
  }

  private static long requests(ServiceMinute minute) {
    return minute.outcomes().values().stream().mapToLong(OutcomeFigures::requests).sum();
  }

  /** Returns how complete the log is, over all time. */
  static Completeness completeness(RollupStore store, StoreContent content) throws IOException {
    RollupTally tally = new RollupTally(PLAN, CountedKeys.NONE);
    for (RollupFile file : content.live()) {
      try (RollupReader rows = store.open(file)) {
        tally.add(rows);
      }
    }
    return ((LogTally) tally.tallies().get(0)).completeness(PLAN);
  }
}
