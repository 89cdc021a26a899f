package dev.burnline.slo.budget;

import dev.burnline.slo.BudgetingMethod;
import dev.burnline.slo.EmptySlices;
import dev.burnline.slo.MinuteRange;
import dev.burnline.slo.Slo;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** Counts slices of time, each at its last minute, instead of events. */
final class Slices {

  private final BudgetingMethod method;
  private final long length;
  private final EmptySlices emptySlices;
  private final List<MinuteRange> excluded;
  private final long from;
  private final long to;

  /** How many of the excluded ranges end before the slices that are looked at now. */
  private int rangesBehind;

  Slices(Slo slo, List<MinuteRange> excluded, long from, long to) {
    this.method = slo.budgetingMethod();
    this.length = method.sliceMinutes();
    this.emptySlices = slo.emptySlices();
    this.excluded = excluded;
    this.from = from;
    this.to = to;
  }

  EventSeries of(EventSeries events) {
    EventSeries.Builder slices = EventSeries.builder();
    long behind = Math.floorDiv(Math.max(from, events.since()), length);
    int i = 0;
    while (i < events.size()) {
      long slice = Math.floorDiv(events.minuteAt(i), length);
      addEmpty(slices, behind, slice);
      long good = 0;
      long total = 0;
      for (; i < events.size() && Math.floorDiv(events.minuteAt(i), length) == slice; i++) {
        good = Math.addExact(good, events.at(i).good());
        total = Math.addExact(total, events.at(i).total());
      }
      slices.add(lastMinute(slice), goodUnits(good, total), method.unit());
      behind = Math.max(behind, slice + 1);
    }
    addEmpty(slices, behind, Math.floorDiv(to, length));
    return slices.build();
  }

  private long lastMinute(long slice) {
    return slice * length + length - 1;
  }

  private long goodUnits(long good, long total) {
    if (method instanceof BudgetingMethod.Timeslices timeslices) {
      BigDecimal needed = timeslices.sliceTarget().multiply(BigDecimal.valueOf(total));
      return BigDecimal.valueOf(good).compareTo(needed) >= 0 ? 1 : 0;
    }
    long unit = method.unit();
    return Math.multiplyHigh(good, unit) == 0 && good * unit >= 0
        ? good * unit / total
        : BigInteger.valueOf(good)
            .multiply(BigInteger.valueOf(unit))
            .divide(BigInteger.valueOf(total))
            .longValueExact();
  }

  /** Adds the slices of {@code first <= slice < end}, which have no events, up to the last one. */
  private void addEmpty(EventSeries.Builder slices, long first, long end) {
    if (emptySlices == EmptySlices.EXCLUDED) {
      return;
    }
    long afterLast = Math.min(end, Math.floorDiv(to, length));
    for (long slice = first; slice < afterLast; slice++) {
      if (!isExcluded(slice)) {
        slices.add(
            lastMinute(slice), emptySlices == EmptySlices.GOOD ? method.unit() : 0, method.unit());
      }
    }
  }

  /** A slice that is maintenance as a whole is not empty but left out. */
  private boolean isExcluded(long slice) {
    long start = slice * length;
    while (rangesBehind < excluded.size() && excluded.get(rangesBehind).to() <= start) {
      rangesBehind++;
    }
    return rangesBehind < excluded.size()
        && excluded.get(rangesBehind).from() <= start
        && excluded.get(rangesBehind).to() > lastMinute(slice);
  }
}
