package dev.burnline.generate.truth;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Counts of one service, day by day in UTC. */
public final class ServiceTruth {

  private static final long DAY_MICROS = 86_400_000_000L;

  final Map<LocalDate, Tally> days = new TreeMap<>();
  private long latestDay = Long.MIN_VALUE;
  private Tally latest = new Tally();

  /** Returns the counts of the day of this time, epoch microseconds. */
  public Tally at(long micros) {
    long day = Math.floorDiv(micros, DAY_MICROS);
    if (day != latestDay) {
      latestDay = day;
      latest = days.computeIfAbsent(LocalDate.ofEpochDay(day), key -> new Tally());
    }
    return latest;
  }

  Tally total() {
    Tally total = new Tally();
    days.values().forEach(total::add);
    return total;
  }
}
