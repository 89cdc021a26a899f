package dev.burnline.store;

import dev.burnline.rollup.CountedKeys;
import dev.burnline.rollup.Extent;
import dev.burnline.store.StoreContent.DamagedRollup;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds many small rollups up into few: the rows of the closed segments of a day, UTC. A segment
 * belongs to the day of its last line. Days are never mixed, since what is in one file can only be
 * forgotten together. The caller holds the store's lock.
 *
 * <p>A compacted file is moved into place in one step, and from then on {@link StoreContent} leaves
 * the files out that it is made of; deleting them is clearing up. So there is no moment at which a
 * line counts twice or not at all.
 */
public final class StoreCompaction {

  /** More rows than this in one file would make reading a day read too much. */
  private static final int MOST_SEGMENTS = 500;

  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

  private final RollupStore store;

  /** Creates a compaction of this store. */
  public StoreCompaction(RollupStore store) {
    this.store = store;
  }

  /**
   * What a compaction did: so many files became so many.
   *
   * @param problems files that are damaged and were set aside, and files that cannot be read
   */
  public record Result(int filesBefore, int filesAfter, List<String> problems) {

    public Result {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Compacts the segments whose last line is before a time. A segment that goes on growing all the
   * same is not lost: what is new gets a file of its own. A damaged file is set aside, so that the
   * next crunch makes it anew from its log, and the others are compacted.
   *
   * @param beforeMillis since 1970 UTC
   */
  public Result run(long beforeMillis) throws IOException {
    StoreContent content = store.content(CountedKeys.NONE);
    int filesBefore = content.live().size();
    List<String> problems = new ArrayList<>();
    content.unread().forEach(file -> problems.add(file.name() + ": " + file.message()));
    setAside(content.damaged(), problems);
    store.tidy(content);
    while (!compacted(content, beforeMillis, problems)) {
      content = store.content(CountedKeys.NONE);
    }
    StoreContent after = store.content(CountedKeys.NONE);
    store.tidy(after);
    return new Result(filesBefore, after.live().size(), problems);
  }

  /** Compacts; returns false when a file turned out to be damaged, so that others count now. */
  private boolean compacted(StoreContent content, long beforeMillis, List<String> problems)
      throws IOException {
    boolean sound = true;
    for (List<RollupFile> group : groups(content, beforeMillis)) {
      try {
        store.compact(group);
      } catch (DamagedRollupException e) {
        setAside(List.of(new DamagedRollup(e.name(), e.reason())), problems);
        sound = false;
      } catch (UnreadRollupException e) {
        problems.add(e.name() + ": " + e.reason());
      }
    }
    return sound;
  }

  private void setAside(List<DamagedRollup> damaged, List<String> problems) throws IOException {
    store.setAside(damaged);
    damaged.forEach(file -> problems.add(StoreUpkeep.setAside(file)));
  }

  /** What may be in one file. */
  private record Kind(CountedKeys counted, long day) {}

  /**
   * Units of one day that count the same, packed up to {@link #MOST_SEGMENTS}; one file alone is no
   * work.
   */
  private static List<List<RollupFile>> groups(StoreContent content, long beforeMillis) {
    if (content.hasUnreadCompacted()) {
      // It may hold any segment, and two compacted files that share one cannot both count.
      return List.of();
    }
    Map<Kind, List<List<RollupFile>>> closed = new LinkedHashMap<>();
    for (List<RollupFile> unit : units(content)) {
      if (isKnown(unit, content) && unit.stream().allMatch(file -> isClosed(file, beforeMillis))) {
        Kind kind = new Kind(unit.get(0).counted(), day(unit));
        closed.computeIfAbsent(kind, key -> new ArrayList<>()).add(unit);
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
   * Stretches that count something else than the compacted file before them stay as they are, and
   * so do those of a later day: with them the whole file would live on into that day.
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
        units.add(alike && day(unit) == day(List.of(file)) ? unit : List.of(file));
      } else if (chains.get(file.extents().get(0).segmentId()).size() == 1) {
        units.add(List.of(file));
      }
    }
    return units;
  }

  /** Whether no file that cannot be read at the moment has more of the same segments. */
  private static boolean isKnown(List<RollupFile> unit, StoreContent content) {
    return unit.stream()
        .flatMap(file -> file.extents().stream())
        .noneMatch(extent -> content.isUnread(extent.segmentId()));
  }

  private static boolean isClosed(RollupFile file, long beforeMillis) {
    return file.extents().stream().allMatch(extent -> extent.lastMillis() < beforeMillis);
  }

  /** The day of the last line, since 1970 UTC. */
  private static long day(List<RollupFile> files) {
    long last =
        files.stream()
            .flatMap(file -> file.extents().stream())
            .mapToLong(Extent::lastMillis)
            .max()
            .orElseThrow();
    return Math.floorDiv(last, DAY_MILLIS);
  }

  private static int segments(List<RollupFile> files) {
    return files.stream().mapToInt(file -> file.extents().size()).sum();
  }

  private static long firstMillis(RollupFile file) {
    return file.extents().stream().mapToLong(Extent::firstMillis).min().orElse(0);
  }
}
