package dev.burnline.oracle;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;

/** Finds the lines that were written and are not there, by the gaps in {@code seq}. */
final class LostLines {

  private LostLines() {}

  /**
   * Returns how many numbers are missing before the lines in {@code span}. A number that several
   * segments have counts as seen at its earliest time.
   */
  static long in(Span span, RawLog log) {
    Map<String, TreeMap<Long, Long>> millisBySeqOfBoot = new TreeMap<>();
    for (OracleLine line : log.lines()) {
      if (line.counts() && requireNonNull(line.fields()).seq() != null) {
        millisBySeqOfBoot
            .computeIfAbsent(requireNonNull(line.fields().bootId()), boot -> new TreeMap<>())
            .merge(line.fields().seq(), requireNonNull(line.millis()), Math::min);
      }
    }
    long lost = 0;
    for (TreeMap<Long, Long> millisBySeq : millisBySeqOfBoot.values()) {
      Long previous = null;
      for (Map.Entry<Long, Long> seen : millisBySeq.entrySet()) {
        if (previous != null && span.contains(seen.getValue())) {
          lost += seen.getKey() - previous - 1;
        }
        previous = seen.getKey();
      }
    }
    return lost;
  }
}
