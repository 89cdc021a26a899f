package dev.burnline.store;

import dev.burnline.rollup.CountedKeys;
import dev.burnline.rollup.Extent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds many small rollups up into few: the rows of closed segments of closed days. The caller holds
 * the store's lock.
 *
 * <p>A compacted file is moved into place in one step, and from then on {@link StoreContent} leaves
 * the files out that it is made of; deleting them is clearing up. So there is no moment at which a
 * line counts twice or not at all.
 */
public final class StoreCompaction {

  /** More rows than this in one file would make reading a day read too much. */
  private static final int MOST_SEGMENTS = 500;

  private final RollupStore store;

  /** Creates a compaction of this store. */
  public StoreCompaction(RollupStore store) {
    this.store = store;
  }

  /** What a compaction did: so many files became so many. */
  public record Result(int filesBefore, int filesAfter) {}

  /**
   * Compacts the segments whose last line is before a time. A segment that goes on growing all the
   * same is not lost: what is new gets a file of its own.
   *
   * @param beforeMillis since 1970 UTC
   */
  public Result run(long beforeMillis) throws IOException {
    StoreContent content = store.content(CountedKeys.NONE);
    store.tidy(content);
    for (List<RollupFile> group : groups(content, beforeMillis)) {
      store.compact(group);
    }
    StoreContent after = store.content(CountedKeys.NONE);
    store.tidy(after);
    return new Result(content.live().size(), after.live().size());
  }

  /** Units that count the same, packed up to {@link #MOST_SEGMENTS}; one file alone is no work. */
  private static List<List<RollupFile>> groups(StoreContent content, long beforeMillis) {
    Map<CountedKeys, List<List<RollupFile>>> closed = new LinkedHashMap<>();
    for (List<RollupFile> unit : units(content)) {
      if (unit.stream().allMatch(file -> isClosed(file, beforeMillis))) {
        closed.computeIfAbsent(unit.get(0).counted(), key -> new ArrayList<>()).add(unit);
      }
    }
    List<List<RollupFile>> groups = new ArrayList<>();
    for (List<List<RollupFile>> units : closed.values()) {
      units.sort(Comparator.comparingLong(unit -> firstMillis(unit.get(0))));
      List<RollupFile> group = new ArrayList<>();
      for (List<RollupFile> unit : units) {
        if (!group.isEmpty() && segments(group) + segments(unit) > MOST_SEGMENTS) {
          groups.add(group);
          group = new ArrayList<>();
        }
        group.addAll(unit);
      }
      groups.add(group);
    }
    groups.removeIf(group -> group.size() < 2);
    return groups;
  }

  /**
   * Files that only make sense together: a compacted one, and what its segments grew by afterwards.
   * Stretches that count something else than the compacted file before them stay as they are.
   */
  private static List<List<RollupFile>> units(StoreContent content) {
    Map<String, List<RollupFile>> chains = content.bySegment();
    List<List<RollupFile>> units = new ArrayList<>();
    for (RollupFile file : content.live()) {
      if (file.isCompacted()) {
        List<RollupFile> unit =
            file.extents().stream()
                .flatMap(extent -> chains.get(extent.segmentId()).stream())
                .distinct()
                .toList();
        boolean alike = unit.stream().allMatch(one -> one.counted().equals(file.counted()));
        units.add(alike ? unit : List.of(file));
      } else if (chains.get(file.extents().get(0).segmentId()).size() == 1) {
        units.add(List.of(file));
      }
    }
    return units;
  }

  private static boolean isClosed(RollupFile file, long beforeMillis) {
    return file.extents().stream().allMatch(extent -> extent.lastMillis() < beforeMillis);
  }

  private static int segments(List<RollupFile> files) {
    return files.stream().mapToInt(file -> file.extents().size()).sum();
  }

  private static long firstMillis(RollupFile file) {
    return file.extents().stream().mapToLong(Extent::firstMillis).min().orElse(0);
  }
}
