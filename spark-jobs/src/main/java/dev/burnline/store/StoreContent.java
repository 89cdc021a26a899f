package dev.burnline.store;

import dev.burnline.rollup.CountedKeys;
import dev.burnline.rollup.Extent;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which files of a store count. Of the files that are there, some only repeat what others hold:
 * leftovers of a run that was killed between moving a new file into place and deleting the old
 * ones. This class decides, from names and metadata alone, on files that together hold every line
 * once.
 *
 * <ol>
 *   <li>A compacted file whose segments are all in another compacted file, as far or farther, is
 *       left out.
 *   <li>A compacted file whose segments are all, as far or farther, in files of their own is left
 *       out where these count just what is asked for and it does not, or where it would keep a
 *       segment from reaching as far as they do: the logs were read again.
 *   <li>Else a compacted file wins over other files of its segments' stretches: its rows cannot be
 *       taken apart, theirs can be left out.
 *   <li>Of a segment's other files, those form its chain that begin where the one before ends, from
 *       the segment's start or the end of its compacted stretch on; of several that begin there,
 *       the one that reaches farthest, and of equal ones that which counts what is asked for.
 * </ol>
 *
 * @param live files that count, each line in exactly one of them
 * @param leftovers files that do not count and may be deleted
 * @param damaged files that cannot be read as rollups
 * @param unread files of which nothing is known, because they cannot be read at the moment
 */
public record StoreContent(
    List<RollupFile> live,
    List<RollupFile> leftovers,
    List<DamagedRollup> damaged,
    List<UnreadRollup> unread) {

  public StoreContent {
    live = List.copyOf(live);
    leftovers = List.copyOf(leftovers);
    damaged = List.copyOf(damaged);
    unread = List.copyOf(unread);
  }

  /** The content of a store all of whose files can be read. */
  public StoreContent(
      List<RollupFile> live, List<RollupFile> leftovers, List<DamagedRollup> damaged) {
    this(live, leftovers, damaged, List.of());
  }

  /**
   * A file that cannot be read as a rollup.
   *
   * @param name of the file
   * @param message what is wrong with it
   */
  public record DamagedRollup(String name, String message) implements Serializable {}

  /**
   * A file that cannot be read at the moment; what it counts is missing until it can.
   *
   * @param name of the file
   * @param message what keeps it from being read
   */
  public record UnreadRollup(String name, String message) implements Serializable {}

  /** Returns the same with files that cannot be read at the moment. */
  StoreContent besides(List<UnreadRollup> others) {
    return new StoreContent(live, leftovers, damaged, others);
  }

  /**
   * Decides which files count.
   *
   * @param asked what should be counted
   */
  static StoreContent of(List<RollupFile> files, List<DamagedRollup> damaged, CountedKeys asked) {
    Map<String, List<RollupFile>> stretches = new TreeMap<>();
    files.stream()
        .filter(file -> !file.isCompacted())
        .forEach(
            file ->
                stretches
                    .computeIfAbsent(file.extents().get(0).segmentId(), key -> new ArrayList<>())
                    .add(file));
    List<RollupFile> live = new ArrayList<>(compacted(files, stretches, asked));
    Map<String, Long> ends = new HashMap<>();
    live.forEach(file -> file.extents().forEach(e -> ends.put(e.segmentId(), e.end())));
    stretches.forEach(
        (segment, ofSegment) ->
            live.addAll(chain(ofSegment, ends.getOrDefault(segment, 0L), asked)));
    Set<RollupFile> counted = new HashSet<>(live);
    return new StoreContent(
        live, files.stream().filter(file -> !counted.contains(file)).toList(), damaged);
  }

  /**
   * Returns the content with another file, if that would count and keep nothing else from counting.
   */
  Optional<StoreContent> with(RollupFile file, CountedKeys asked) {
    List<RollupFile> files = new ArrayList<>(live);
    files.addAll(leftovers);
    files.add(file);
    StoreContent with = of(files, damaged, asked).besides(unread);
    boolean counts = with.live.contains(file) && live.stream().allMatch(with::isRedundant);
    return counts ? Optional.of(with) : Optional.empty();
  }

  private static List<RollupFile> compacted(
      List<RollupFile> files, Map<String, List<RollupFile>> stretches, CountedKeys asked) {
    List<RollupFile> largestFirst =
        files.stream()
            .filter(RollupFile::isCompacted)
            .filter(file -> !isCountedAnew(file, stretches, asked))
            .sorted(
                Comparator.comparingInt((RollupFile file) -> -file.extents().size())
                    .thenComparingLong(
                        file -> -file.extents().stream().mapToLong(Extent::end).sum())
                    .thenComparing(file -> file.uri().toString()))
            .toList();
    List<RollupFile> kept = new ArrayList<>();
    Set<String> segments = new HashSet<>();
    for (RollupFile file : largestFirst) {
      Set<String> own = new HashSet<>();
      file.extents().forEach(extent -> own.add(extent.segmentId()));
      if (own.stream().noneMatch(segments::contains)) {
        kept.add(file);
        segments.addAll(own);
      }
    }
    return kept;
  }

  /** Whether files of single segments hold all that a compacted file does, and are better. */
  private static boolean isCountedAnew(
      RollupFile compacted, Map<String, List<RollupFile>> stretches, CountedKeys asked) {
    boolean countsWhatIsAsked = !compacted.counted().equals(asked);
    boolean reachesFarther = false;
    for (Extent extent : compacted.extents()) {
      List<RollupFile> own = stretches.getOrDefault(extent.segmentId(), List.of());
      long alone = reach(chain(own, 0, asked), 0);
      if (alone < extent.end()) {
        return false;
      }
      countsWhatIsAsked &= reachOfExact(own, asked) >= extent.end();
      reachesFarther |= alone > reach(chain(own, extent.end(), asked), extent.end());
    }
    return countsWhatIsAsked || reachesFarther;
  }

  /** How far the file reaches that counts a segment as is asked for, from its start. */
  private static long reachOfExact(List<RollupFile> stretches, CountedKeys asked) {
    return stretches.stream()
        .filter(file -> file.counted().equals(asked) && extent(file).start() == 0)
        .mapToLong(file -> extent(file).end())
        .max()
        .orElse(0);
  }

  private static long reach(List<RollupFile> chain, long start) {
    return chain.isEmpty() ? start : extent(chain.get(chain.size() - 1)).end();
  }

  private static List<RollupFile> chain(List<RollupFile> stretches, long from, CountedKeys asked) {
    List<RollupFile> chain = new ArrayList<>();
    long end = from;
    while (true) {
      long start = end;
      RollupFile next =
          stretches.stream()
              .filter(file -> extent(file).start() == start && extent(file).end() > start)
              .max(
                  Comparator.comparingLong((RollupFile file) -> extent(file).end())
                      .thenComparing(file -> file.counted().equals(asked))
                      .thenComparing(file -> file.uri().toString()))
              .orElse(null);
      if (next == null) {
        return chain;
      }
      chain.add(next);
      end = extent(next).end();
    }
  }

  private static Extent extent(RollupFile stretch) {
    return stretch.extents().get(0);
  }

  /** Returns the files that hold a segment, in its order; none when the store does not know it. */
  public List<RollupFile> chainOf(String segmentId) {
    return bySegment().getOrDefault(segmentId, List.of());
  }

  /** Returns for each segment the files that hold it, in its order. */
  public Map<String, List<RollupFile>> bySegment() {
    Map<String, List<RollupFile>> segments = new TreeMap<>();
    for (RollupFile file : live) {
      for (Extent extent : file.extents()) {
        segments.computeIfAbsent(extent.segmentId(), key -> new ArrayList<>()).add(file);
      }
    }
    segments.forEach(
        (segment, chain) ->
            chain.sort(
                Comparator.comparingLong(file -> file.extentOf(segment).orElseThrow().start())));
    return segments;
  }

  /** Returns how far a segment is covered without a gap, in uncompressed bytes. */
  public long coveredEnd(String segmentId) {
    List<RollupFile> chain = chainOf(segmentId);
    return chain.isEmpty()
        ? 0
        : chain.get(chain.size() - 1).extentOf(segmentId).orElseThrow().end();
  }

  /**
   * Whether a file that cannot be read at the moment has a stretch of this segment. Which segments
   * a compacted one has, its name does not tell; it is taken to have none.
   */
  public boolean isUnread(String segmentId) {
    return unread.stream()
        .anyMatch(file -> FileNames.segmentId(file.name()).filter(segmentId::equals).isPresent());
  }

  /** Whether a compacted file cannot be read at the moment. */
  boolean hasUnreadCompacted() {
    return unread.stream().anyMatch(file -> file.name().startsWith(FileNames.COMPACTED_PREFIX));
  }

  /** Whether the files that count cover all that this one does, so that it may be deleted. */
  boolean isRedundant(RollupFile leftover) {
    return leftover.extents().stream()
        .allMatch(extent -> coveredEnd(extent.segmentId()) >= extent.end());
  }

  /** Returns all stretches that count. */
  public List<Extent> extents() {
    return live.stream().flatMap(file -> file.extents().stream()).toList();
  }
}
