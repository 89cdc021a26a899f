package dev.burnline.crunch;

import dev.burnline.log.IdentifiedLog;
import dev.burnline.log.LogFinder;
import dev.burnline.log.UnreadLog;
import dev.burnline.store.ReadMarks;
import dev.burnline.store.StoreContent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What a crunch has read, log by log. */
final class ReadLogs {

  private final List<SplitResult> results;
  private final Map<IdentifiedLog, List<SplitResult>> logs = new LinkedHashMap<>();

  ReadLogs(List<SplitResult> results) {
    this.results = List.copyOf(results);
    for (SplitResult result : results) {
      logs.computeIfAbsent(result.split().log(), key -> new ArrayList<>()).add(result);
    }
  }

  /** Returns why splits could not be read to their end. */
  List<UnreadLog> failures() {
    return results.stream().map(SplitResult::unread).filter(Objects::nonNull).toList();
  }

  /**
   * Returns what has to be joined, and the compressed logs that have nothing new: whether these are
   * copies of what was read before is to be seen.
   */
  List<SegmentJoin.Pieces> pieces(CrunchPlan plan) {
    List<SegmentJoin.Pieces> pieces = new ArrayList<>();
    logs.forEach(
        (log, ofLog) -> {
          boolean stored = ofLog.size() == 1 && ofLog.get(0).split().whole();
          boolean hasRollup = ofLog.stream().anyMatch(result -> result.rollup() != null);
          if (!stored && (hasRollup || (log.isCompressed() && isComplete(ofLog)))) {
            pieces.add(new SegmentJoin.Pieces(log, plan.chainBefore(log.segmentId()), ofLog));
          }
        });
    return pieces;
  }

  /**
   * Returns the logs that share their segment with others that were read now: only one of them is
   * what the store has, and the others have to be copies of it.
   *
   * @param after what the store has by now
   */
  List<SegmentJoin.Pieces> copies(StoreContent after) {
    Map<String, List<IdentifiedLog>> segments =
        logs.keySet().stream().collect(Collectors.groupingBy(IdentifiedLog::segmentId));
    return segments.values().stream()
        .filter(ofSegment -> ofSegment.size() > 1)
        .flatMap(List::stream)
        .map(log -> new SegmentJoin.Pieces(log, after.chainOf(log.segmentId()), List.of()))
        .toList();
  }

  /**
   * Marks the compressed logs that were read to their end, unless something is wrong with them:
   * these are to be named again by the next run.
   *
   * @return what could not be marked
   */
  List<UnreadLog> mark(ReadMarks marks, List<UnreadLog> failures) {
    Set<String> failed = failures.stream().map(UnreadLog::name).collect(Collectors.toSet());
    Map<String, UnreadLog> unmarked = new HashMap<>();
    logs.forEach(
        (log, ofLog) -> {
          String name = log.file().displayName();
          if (log.isCompressed() && isComplete(ofLog) && !failed.contains(name)) {
            try {
              marks.mark(log.segmentId(), log.fingerprint(), ofLog.get(0).end());
            } catch (IOException e) {
              String reason = "cannot be stored: " + LogFinder.reason(e);
              unmarked.put(name, new UnreadLog(name, reason));
            }
          }
        });
    return List.copyOf(unmarked.values());
  }

  private static boolean isComplete(List<SplitResult> ofLog) {
    return ofLog.stream().allMatch(result -> result.unread() == null && result.split().last());
  }
}
