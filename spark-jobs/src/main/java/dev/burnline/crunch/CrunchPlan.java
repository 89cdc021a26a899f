package dev.burnline.crunch;

import dev.burnline.log.Compression;
import dev.burnline.log.IdentifiedLog;
import dev.burnline.store.StoredRollup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What has to be read.
 *
 * @param splits all stretches to read, the heaviest first
 * @param earlier for each segment that is read on, the rollup of what was read before
 */
public record CrunchPlan(List<LogSplit> splits, Map<String, StoredRollup> earlier) {

  /** A good length of splits: small enough to balance, large enough to hide a task's cost. */
  public static final long SPLIT_BYTES = 32L << 20;

  public CrunchPlan {
    splits = List.copyOf(splits);
    earlier = Map.copyOf(earlier);
  }

  /**
   * Plans to read what the store does not have yet.
   *
   * @param logs all logs found; several files may hold one segment
   * @param stored by segment id
   * @param counterKeys what has to be counted; a rollup that counts something else is made anew
   *     from the segment's start
   * @param splitBytes about how long the splits of an uncompressed log become, at least 1
   */
  public static CrunchPlan of(
      List<IdentifiedLog> logs,
      Map<String, StoredRollup> stored,
      List<String> counterKeys,
      long splitBytes) {
    Map<String, List<IdentifiedLog>> segments = new TreeMap<>();
    for (IdentifiedLog log : logs) {
      segments.computeIfAbsent(log.segmentId(), key -> new ArrayList<>()).add(log);
    }
    List<LogSplit> splits = new ArrayList<>();
    Map<String, StoredRollup> earlier = new TreeMap<>();
    segments.forEach(
        (segment, copies) -> {
          StoredRollup before = stored.get(segment);
          boolean usable = before != null && before.extent().counterKeys().equals(counterKeys);
          long from = usable ? before.extent().end() : 0;
          List<LogSplit> needed =
              worthReading(copies).stream()
                  .flatMap(log -> splits(log, from, splitBytes).stream())
                  .toList();
          if (usable && !needed.isEmpty()) {
            earlier.put(segment, before);
          }
          splits.addAll(needed);
        });
    splits.sort(Comparator.comparingLong(LogSplit::weight).reversed());
    return new CrunchPlan(splits, earlier);
  }

  /**
   * Of the copies of a segment, the longest plain one and all compressed ones: how long these are,
   * only reading tells. The store keeps what covers most.
   */
  private static List<IdentifiedLog> worthReading(List<IdentifiedLog> copies) {
    return Stream.concat(
            copies.stream()
                .filter(log -> !isCompressed(log))
                .max(
                    Comparator.comparingLong((IdentifiedLog log) -> log.file().size())
                        .thenComparing(log -> log.file().uri().toString()))
                .stream(),
            copies.stream().filter(CrunchPlan::isCompressed))
        .toList();
  }

  private static boolean isCompressed(IdentifiedLog log) {
    return log.file().compression() != Compression.NONE;
  }

  private static List<LogSplit> splits(IdentifiedLog log, long from, long splitBytes) {
    long size = log.file().size();
    if (isCompressed(log)) {
      return List.of(new LogSplit(log, from, Long.MAX_VALUE, size, from == 0));
    }
    if (size <= from) {
      return List.of();
    }
    long pieces = Math.max(1, Math.round((double) (size - from) / splitBytes));
    List<LogSplit> splits = new ArrayList<>();
    for (long piece = 0; piece < pieces; piece++) {
      long start = from + (size - from) * piece / pieces;
      long end = from + (size - from) * (piece + 1) / pieces;
      splits.add(new LogSplit(log, start, end, end - start, pieces == 1 && from == 0));
    }
    return splits;
  }
}
