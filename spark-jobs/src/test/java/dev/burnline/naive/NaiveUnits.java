package dev.burnline.naive;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a budgeting method counts, in every minute from the first event's to the last one's. */
public final class NaiveUnits {

  private static final long BILLION = 1_000_000_000;

  private final long firstMinute;
  private final long[] good;
  private final long[] total;
  private final Set<Long> excluded = new HashSet<>();

  /** How many there were before each minute, once somebody asks for sums. */
  private long @Nullable [] goodBefore;

  private long @Nullable [] totalBefore;

  private NaiveUnits(long firstMinute, int minutes) {
    this.firstMinute = firstMinute;
    this.good = new long[minutes];
    this.total = new long[minutes];
  }

  /** Counts events by minute, without those of maintenance. */
  public static NaiveUnits events(
      List<RawEvent> events, long firstMinute, int minutes, List<Maintenance> maintenance) {
    NaiveUnits counted = new NaiveUnits(firstMinute, minutes);
    for (RawEvent event : events) {
      int index = (int) (event.at().toEpochMilli() / 60_000 - firstMinute);
      counted.total[index]++;
      counted.good[index] += event.good() ? 1 : 0;
    }
    maintenance.forEach(each -> counted.excluded.addAll(each.minutesUntil(firstMinute + minutes)));
    for (int index = 0; index < minutes; index++) {
      if (counted.excluded.contains(firstMinute + index)) {
        counted.total[index] = 0;
        counted.good[index] = 0;
      }
    }
    return counted;
  }

  /**
   * Counts slices of time.
   *
   * @param neededShare of good events that makes a slice a good one; null where the share itself is
   *     what a slice is good for
   * @param empty {@code excluded}, {@code good} or {@code bad}
   */
  public NaiveUnits slices(int sliceMinutes, @Nullable String neededShare, String empty) {
    NaiveUnits slices = new NaiveUnits(firstMinute, good.length);
    long whole = neededShare == null ? BILLION : 1;
    boolean seen = false;
    for (int last = 0; last < good.length; last++) {
      if ((firstMinute + last + 1) % sliceMinutes != 0) {
        continue;
      }
      long goodEvents = 0;
      long events = 0;
      boolean isMaintenance = true;
      for (int index = Math.max(0, last - sliceMinutes + 1); index <= last; index++) {
        goodEvents += good[index];
        events += total[index];
        isMaintenance = isMaintenance && excluded.contains(firstMinute + index);
      }
      if (events > 0) {
        seen = true;
        slices.total[last] = whole;
        slices.good[last] = worth(goodEvents, events, neededShare);
      } else if (seen && !isMaintenance && !empty.equals("excluded")) {
        slices.total[last] = whole;
        slices.good[last] = empty.equals("good") ? whole : 0;
      }
    }
    return slices;
  }

  private static long worth(long good, long total, @Nullable String neededShare) {
    if (neededShare == null) {
      return BigInteger.valueOf(good)
          .multiply(BigInteger.valueOf(BILLION))
          .divide(BigInteger.valueOf(total))
          .longValueExact();
    }
    BigDecimal needed = new BigDecimal(neededShare).multiply(BigDecimal.valueOf(total));
    return BigDecimal.valueOf(good).compareTo(needed) >= 0 ? 1 : 0;
  }

  /** Returns the good units of every minute. */
  public long[] good() {
    return good.clone();
  }

  /** Returns all units of every minute. */
  public long[] total() {
    return total.clone();
  }

  /** Returns the good units from one minute to before another. */
  public long good(long from, long to) {
    long[] before = goodBefore == null ? running(good) : goodBefore;
    goodBefore = before;
    return sum(before, from, to);
  }

  /** Returns all units from one minute to before another. */
  public long total(long from, long to) {
    long[] before = totalBefore == null ? running(total) : totalBefore;
    totalBefore = before;
    return sum(before, from, to);
  }

  private static long[] running(long[] counts) {
    long[] before = new long[counts.length + 1];
    for (int index = 0; index < counts.length; index++) {
      before[index + 1] = before[index] + counts[index];
    }
    return before;
  }

  private long sum(long[] before, long from, long to) {
    int start = (int) Math.max(0, from - firstMinute);
    int end = (int) Math.max(start, Math.min(before.length - 1, to - firstMinute));
    return before[end] - before[start];
  }
}
