package dev.burnline.crunch;

import dev.burnline.log.FoundLogs;
import dev.burnline.log.IdentifiedLog;
import dev.burnline.log.UnreadLog;
import dev.burnline.rollup.CountedKeys;
import dev.burnline.store.ReadMarks;
import dev.burnline.store.RollupFile;
import dev.burnline.store.RollupStore;
import dev.burnline.store.StoreContent;
import dev.burnline.store.StoreContent.DamagedRollup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One crunch: brings the store up to what the logs have. The caller holds the store's lock. */
public final class LogCrunch {

  /** Splits are about this long: small enough to balance, large enough to hide a task's cost. */
  public static final long SPLIT_BYTES = 32L << 20;

  private final RollupStore store;
  private final CountedKeys asked;
  private final Workers workers;
  private final long splitBytes;

  /**
   * Creates a crunch.
   *
   * @param asked what has to be counted
   * @param splitBytes about how long a split of a plain file is
   */
  public LogCrunch(RollupStore store, CountedKeys asked, Workers workers, long splitBytes) {
    this.store = store;
    this.asked = asked;
    this.workers = workers;
    this.splitBytes = splitBytes;
  }

  /**
   * What a crunch did.
   *
   * @param content the store afterwards
   * @param unread what could not be read or stored to its end, and what is lost
   * @param damaged rollups that were found damaged; they are set aside and made anew as far as
   *     their logs exist
   * @param bytesRead of storage
   */
  public record Result(
      StoreContent content, List<UnreadLog> unread, List<DamagedRollup> damaged, long bytesRead) {

    public Result {
      unread = List.copyOf(unread);
      damaged = List.copyOf(damaged);
    }

    /** Returns the same after an attempt before it. */
    public Result after(Result before) {
      List<DamagedRollup> all = new ArrayList<>(before.damaged);
      all.addAll(damaged);
      return new Result(content, unread, all, before.bytesRead + bytesRead);
    }
  }

  /**
   * Crunches. Running it again, also after it was killed, is harmless.
   *
   * @throws IOException when the store cannot be listed or cleared up
   */
  public Result run(FoundLogs logs) throws IOException {
    StoreContent before = store.content(asked);
    store.setAside(before.damaged());
    CrunchPlan plan = new CrunchPlan(before, new ReadMarks(store).known(), asked, splitBytes);
    List<LogSplit> splits = plan.splits(logs.logs());
    List<UnreadLog> unread = new ArrayList<>(logs.unread());
    List<UnreadLog> failures = new ArrayList<>();
    if (!splits.isEmpty()) {
      List<SplitResult> results = workers.read(splits);
      results.stream().map(SplitResult::unread).filter(Objects::nonNull).forEach(failures::add);
      failures.addAll(joined(plan, results));
    }
    StoreContent after = store.content(asked);
    unread.addAll(new CopiesInTheMaking(logs, after).otherThanThese(failures));
    store.tidy(after);
    for (String lost : store.lost(after)) {
      unread.add(
          new UnreadLog(
              lost, "this rollup is damaged and its log is gone; 'store forget' gives it up"));
    }
    return new Result(
        after, unread, before.damaged(), splits.stream().mapToLong(LogSplit::weight).sum());
  }

  /** Joins what was read in pieces; returns what could not be. */
  private List<UnreadLog> joined(CrunchPlan plan, List<SplitResult> results) {
    List<SegmentJoin.Pieces> pieces = new ArrayList<>();
    byLog(results)
        .forEach(
            (log, ofLog) -> {
              boolean stored = ofLog.size() == 1 && ofLog.get(0).split().whole();
              if (!stored && ofLog.stream().anyMatch(result -> result.rollup() != null)) {
                List<RollupFile> before = plan.chainBefore(log.segmentId());
                pieces.add(new SegmentJoin.Pieces(log, before, ofLog));
              }
            });
    return pieces.isEmpty() ? List.of() : workers.join(pieces);
  }

  private static Map<IdentifiedLog, List<SplitResult>> byLog(List<SplitResult> results) {
    Map<IdentifiedLog, List<SplitResult>> logs = new LinkedHashMap<>();
    for (SplitResult result : results) {
      logs.computeIfAbsent(result.split().log(), key -> new ArrayList<>()).add(result);
    }
    return logs;
  }
}
