package dev.burnline.crunch;

import dev.burnline.log.IdentifiedLog;
import dev.burnline.rollup.CountedKeys;
import dev.burnline.rollup.Extent;
import dev.burnline.store.ReadMarks;
import dev.burnline.store.RollupFile;
import dev.burnline.store.StoreContent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Works out what has to be read: what the logs have and the store has not. */
final class CrunchPlan {

  private static final Comparator<IdentifiedLog> LONGER =
      Comparator.comparingLong((IdentifiedLog log) -> log.file().size())
          .thenComparing(log -> log.file().uri().toString());

  private final Map<String, List<RollupFile>> chains;
  private final ReadMarks.Known marks;
  private final CountedKeys asked;
  private final long splitBytes;
  private final Set<RollupFile> replaced = new HashSet<>();

  /**
   * Creates a plan.
   *
   * @param asked what has to be counted; what counts something else is read again, a compacted file
   *     where the logs of all its segments are there
   */
  CrunchPlan(StoreContent content, ReadMarks.Known marks, CountedKeys asked, long splitBytes) {
    this.chains = content.bySegment();
    this.marks = marks;
    this.asked = asked;
    this.splitBytes = splitBytes;
  }

  /** Returns the stretches to read; several files may hold one segment. */
  List<LogSplit> splits(List<IdentifiedLog> logs) {
    Map<String, List<IdentifiedLog>> segments = new TreeMap<>();
    for (IdentifiedLog log : logs) {
      segments.computeIfAbsent(log.segmentId(), key -> new ArrayList<>()).add(log);
    }
    replaced.addAll(replaceable(segments));
    List<LogSplit> splits = new ArrayList<>();
    segments.forEach(
        (segment, copies) -> {
          long from = readFrom(segment);
          worthReading(copies).forEach(log -> splits.addAll(splits(log, from)));
        });
    return splits;
  }

  /**
   * Returns the logs whose longest plain copy is shorter than what was read of them, with the files
   * that hold that: early copies, and logs that were cut, perhaps written on since.
   */
  List<SegmentJoin.Pieces> shorter(List<IdentifiedLog> logs) {
    return logs.stream()
        .filter(log -> !log.isCompressed())
        .collect(Collectors.toMap(IdentifiedLog::segmentId, log -> log, CrunchPlan::longer))
        .values()
        .stream()
        .filter(log -> log.file().size() < readFrom(log.segmentId()))
        .map(log -> new SegmentJoin.Pieces(log, chainBefore(log.segmentId()), List.of()))
        .toList();
  }

  private static IdentifiedLog longer(IdentifiedLog one, IdentifiedLog other) {
    return LONGER.compare(one, other) >= 0 ? one : other;
  }

  /** The files that a stretch read now continues, in their order. */
  List<RollupFile> chainBefore(String segment) {
    return chains.getOrDefault(segment, List.of()).stream()
        .filter(file -> file.isCompacted() || file.counted().equals(asked))
        .filter(file -> !replaced.contains(file))
        .toList();
  }

  /**
   * The compacted files that count something else and can be made anew: of all their segments there
   * are logs that reach as far, or farther.
   */
  private List<RollupFile> replaceable(Map<String, List<IdentifiedLog>> logs) {
    return chains.values().stream()
        .flatMap(List::stream)
        .filter(file -> file.isCompacted() && !file.counted().equals(asked))
        .distinct()
        .filter(file -> file.extents().stream().allMatch(extent -> isThere(extent, logs)))
        .toList();
  }

  /** Whether a log is known to reach as far; how long a new compressed one is, nobody knows yet. */
  private boolean isThere(Extent extent, Map<String, List<IdentifiedLog>> logs) {
    return logs.getOrDefault(extent.segmentId(), List.of()).stream()
        .anyMatch(
            log ->
                log.isCompressed()
                    ? marks.endOf(log.segmentId(), log.fingerprint()).orElse(-1) >= extent.end()
                    : log.file().size() >= extent.end());
  }

  private long readFrom(String segment) {
    List<RollupFile> chain = chainBefore(segment);
    return chain.isEmpty() ? 0 : chain.get(chain.size() - 1).extentOf(segment).orElseThrow().end();
  }

  /**
   * Of the copies of a segment, the longest plain one and all compressed ones: how long these are,
   * only reading tells. The store keeps what covers most.
   */
  private static Stream<IdentifiedLog> worthReading(List<IdentifiedLog> copies) {
    return Stream.concat(
        copies.stream().filter(log -> !log.isCompressed()).max(LONGER).stream(),
        copies.stream().filter(IdentifiedLog::isCompressed));
  }

  private List<LogSplit> splits(IdentifiedLog log, long from) {
    long size = log.file().size();
    if (log.isCompressed()) {
      boolean known =
          marks.endOf(log.segmentId(), log.fingerprint()).orElse(Long.MAX_VALUE) <= from;
      return known
          ? List.of()
          : List.of(new LogSplit(log, from, Long.MAX_VALUE, size, true, from == 0));
    }
    if (size <= from) {
      return List.of();
    }
    long pieces = Math.max(1, Math.round((double) (size - from) / splitBytes));
    List<LogSplit> splits = new ArrayList<>();
    for (long piece = 0; piece < pieces; piece++) {
      long start = from + (size - from) * piece / pieces;
      long end = from + (size - from) * (piece + 1) / pieces;
      boolean last = piece == pieces - 1;
      splits.add(new LogSplit(log, start, end, end - start, last, pieces == 1 && from == 0));
    }
    return splits;
  }
}
