package dev.burnline.crunch;

import dev.burnline.log.FoundLogs;
import dev.burnline.log.IdentifiedLog;
import dev.burnline.log.UnreadLog;
import dev.burnline.store.StoreContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which of the files that could not be read matter. Two kinds do not: a compressed file that
 * is still being made from the plain one beside it, which was read, and a plain one that has given
 * way to its compressed copy, which was read to the same end. Any other failure is told, even where
 * another copy of the segment could be read: that one may be shorter.
 */
final class CopiesInTheMaking {

  private final StoreContent after;
  private final Map<String, IdentifiedLog> logs = new HashMap<>();

  /**
   * Creates a judgement.
   *
   * @param after what the store has by now
   */
  CopiesInTheMaking(FoundLogs found, StoreContent after) {
    this.after = after;
    found.logs().forEach(log -> logs.put(log.file().displayName(), log));
  }

  /** Returns the failures that matter, one for each file. */
  List<UnreadLog> otherThanThese(List<UnreadLog> failures) {
    Map<String, UnreadLog> first = new LinkedHashMap<>();
    failures.forEach(failure -> first.putIfAbsent(failure.name(), failure));
    List<UnreadLog> matter = new ArrayList<>();
    for (UnreadLog failure : first.values()) {
      IdentifiedLog log = logs.get(failure.name());
      if (log == null || !(isBeingMade(log, first) || hasGivenWay(log, failure))) {
        matter.add(failure);
      }
    }
    return matter;
  }

  private boolean isBeingMade(IdentifiedLog log, Map<String, UnreadLog> failures) {
    String name = log.file().displayName();
    String source = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    IdentifiedLog plain = logs.get(source);
    return log.isCompressed()
        && plain != null
        && !plain.isCompressed()
        && plain.segmentId().equals(log.segmentId())
        && !failures.containsKey(source);
  }

  private boolean hasGivenWay(IdentifiedLog log, UnreadLog failure) {
    return !log.isCompressed()
        && failure.moved()
        && after.coveredEnd(log.segmentId()) >= log.file().size();
  }
}
