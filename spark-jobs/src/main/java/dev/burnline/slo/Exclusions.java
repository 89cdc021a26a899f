package dev.burnline.slo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All maintenance of an SLO. A minute is in it when its start is. */
public record Exclusions(List<Exclusion> all) {

  /** Every minute counts. */
  public static final Exclusions NONE = new Exclusions(List.of());

  public Exclusions {
    all = List.copyOf(all);
  }

  /** Returns whether every minute counts. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /**
   * Returns the excluded minutes of {@code from <= minute < to}, in minutes since the epoch, as
   * ascending ranges that do not touch.
   */
  public List<MinuteRange> between(long from, long to) {
    List<MinuteRange> ranges = new ArrayList<>();
    if (from >= to) {
      return ranges;
    }
    for (Exclusion exclusion : all) {
      if (exclusion instanceof Exclusion.Once once) {
        add(once.start(), once.end(), from, to, ranges);
      } else if (exclusion instanceof Exclusion.Recurring recurring) {
        addTimes(recurring, from, to, ranges);
      }
    }
    return joined(ranges);
  }

  private static void addTimes(
      Exclusion.Recurring recurring, long from, long to, List<MinuteRange> ranges) {
    LocalDateTime first = recurring.firstThatMayEndAfter(Instant.ofEpochSecond(from * 60));
    // A day late: clocks may have been set in between.
    Instant latest = Instant.ofEpochSecond(to * 60);
    LocalDateTime last = LocalDateTime.ofInstant(latest, recurring.zone()).plusDays(1);
    for (LocalDateTime time : recurring.recurrence().between(first, last)) {
      Exclusion.Span span = recurring.at(time);
      add(span.start(), span.end(), from, to, ranges);
    }
  }

  private static void add(
      Instant start, Instant end, long from, long to, List<MinuteRange> ranges) {
    long first = Math.max(from, CivilTime.firstMinuteFrom(start));
    long afterLast = Math.min(to, CivilTime.firstMinuteFrom(end));
    if (first < afterLast) {
      ranges.add(new MinuteRange(first, afterLast));
    }
  }

  private static List<MinuteRange> joined(List<MinuteRange> ranges) {
    ranges.sort(Comparator.comparingLong(MinuteRange::from));
    List<MinuteRange> joined = new ArrayList<>();
    for (MinuteRange range : ranges) {
      MinuteRange last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last == null || range.from() > last.to()) {
        joined.add(range);
      } else if (range.to() > last.to()) {
        joined.set(joined.size() - 1, new MinuteRange(last.from(), range.to()));
      }
    }
    return joined;
  }
}
