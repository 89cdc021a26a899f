package dev.burnline.rollup;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which {@code seq} numbers of which boot were read, in the order of the file.
 *
 * <p>A writer numbers its lines 1, 2, 3 …; a number that is not above the last one marks a repeated
 * line, a jump marks lost ones.
 */
public final class BootSequences implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Map<String, List<SeqRange>> ranges;

  /** Creates sequences of no line. */
  public BootSequences() {
    this(Map.of());
  }

  /** Creates sequences from ranges by boot, ascending. */
  public BootSequences(Map<String, List<SeqRange>> ranges) {
    this.ranges = new HashMap<>();
    ranges.forEach((boot, list) -> this.ranges.put(boot, new ArrayList<>(list)));
  }

  /**
   * Takes the next line's number.
   *
   * @return false when the line is a repeated one
   */
  boolean accept(String boot, long seq, int minute) {
    List<SeqRange> known = ranges.computeIfAbsent(boot, key -> new ArrayList<>(1));
    if (known.isEmpty()) {
      known.add(new SeqRange(seq, seq, minute));
      return true;
    }
    SeqRange last = known.get(known.size() - 1);
    if (seq <= last.last()) {
      return false;
    }
    if (seq == last.last() + 1) {
      known.set(known.size() - 1, last.to(seq));
    } else {
      known.add(new SeqRange(seq, seq, minute));
    }
    return true;
  }

  /**
   * Returns whether {@code next}, read on its own, counted lines that are repeated ones in the
   * light of these; then it has to be read again, starting from these.
   */
  public boolean makeRepeatedLinesOf(BootSequences next) {
    return next.ranges.entrySet().stream()
        .anyMatch(
            entry -> {
              List<SeqRange> before = ranges.get(entry.getKey());
              return before != null
                  && entry.getValue().get(0).first() <= before.get(before.size() - 1).last();
            });
  }

  /** Whether the number is not above the last one of its boot. */
  boolean reach(String boot, long seq) {
    List<SeqRange> known = ranges.get(boot);
    return known != null && seq <= known.get(known.size() - 1).last();
  }

  /** Appends what was read behind these lines in the same segment. */
  public void append(BootSequences next) {
    next.ranges.forEach(
        (boot, added) -> {
          List<SeqRange> known = ranges.computeIfAbsent(boot, key -> new ArrayList<>());
          int from = 0;
          if (!known.isEmpty() && known.get(known.size() - 1).last() + 1 == added.get(0).first()) {
            known.set(known.size() - 1, known.get(known.size() - 1).to(added.get(0).last()));
            from = 1;
          }
          known.addAll(added.subList(from, added.size()));
        });
  }

  /** Returns the last number of each boot as sequences of their own, to go on reading from. */
  public BootSequences ends() {
    Map<String, List<SeqRange>> ends = new HashMap<>();
    ranges.forEach(
        (boot, list) -> {
          SeqRange last = list.get(list.size() - 1);
          ends.put(boot, List.of(new SeqRange(last.last(), last.last(), last.firstMinute())));
        });
    return new BootSequences(ends);
  }

  /** Returns the ranges by boot, ascending; each boot has at least one. */
  public Map<String, List<SeqRange>> ranges() {
    return Collections.unmodifiableMap(new TreeMap<>(ranges));
  }
}
