package dev.burnline.crunch;

import dev.burnline.log.FoundLogs;
import dev.burnline.log.IdentifiedLog;
import dev.burnline.log.UnreadLog;
import dev.burnline.rollup.CountedKeys;
import dev.burnline.store.ReadMarks;
import dev.burnline.store.RollupStore;
import dev.burnline.store.StoreContent;
import dev.burnline.store.StoreContent.DamagedRollup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    List<DamagedRollup> damaged = before.damaged();
    store.setAside(damaged);
    if (store.takeBack(before, asked)) {
      before = store.content(asked);
    }
    CrunchPlan plan = new CrunchPlan(before, new ReadMarks(store).known(), asked, splitBytes);
    // How far a segment is read that stands in an unreadable file, nobody knows.
    StoreContent known = before;
    List<IdentifiedLog> readable =
        logs.logs().stream().filter(log -> !known.isUnread(log.segmentId())).toList();
    List<LogSplit> splits = plan.splits(readable);
    List<UnreadLog> unread = new ArrayList<>(logs.unread());
    ReadLogs read = new ReadLogs(splits.isEmpty() ? List.of() : workers.read(splits));
    List<UnreadLog> failures = new ArrayList<>(read.failures());
    List<SegmentJoin.Pieces> pieces = new ArrayList<>(read.pieces(plan));
    pieces.addAll(plan.shorter(readable));
    failures.addAll(joined(pieces));
    StoreContent after = store.content(asked);
    failures.addAll(joined(read.copies(after)));
    failures.addAll(read.mark(new ReadMarks(store), failures));
    unread.addAll(new CopiesInTheMaking(logs, after).otherThanThese(failures));
    store.tidy(after);
    unread.addAll(unreadRollups(before, after));
    for (String lost : store.lost(after)) {
      unread.add(
          new UnreadLog(
              lost, "this rollup is damaged and its log is gone; 'store forget' gives it up"));
    }
    return new Result(after, unread, damaged, splits.stream().mapToLong(LogSplit::weight).sum());
  }

  /** The rollups that could not be read, before or after. */
  private static Set<UnreadLog> unreadRollups(StoreContent before, StoreContent after) {
    return Stream.of(before, after)
        .flatMap(content -> content.unread().stream())
        .map(
            file ->
                new UnreadLog(
                    file.name(),
                    "this rollup cannot be read at the moment, what it counts is missing: "
                        + file.message()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Joins what was read in pieces, and looks at logs without any; returns what could not be. */
  private List<UnreadLog> joined(List<SegmentJoin.Pieces> pieces) {
    return pieces.isEmpty() ? List.of() : workers.join(pieces);
  }
}
