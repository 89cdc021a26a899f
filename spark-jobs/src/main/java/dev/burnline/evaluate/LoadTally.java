package dev.burnline.evaluate;

import dev.burnline.report.ServiceReport.LoadHour;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Requests by civil hour; the hour that a clock change repeats is one. */
final class LoadTally implements Serializable {

  private static final long serialVersionUID = 1L;

  private final SortedMap<Long, Load> hours = new TreeMap<>();

  void add(int minute, ZoneId zone, long requests, long errors) {
    ZonedDateTime local = MinuteSpan.instantOf(minute).atZone(zone);
    long hour = local.toLocalDate().toEpochDay() * 24 + local.getHour();
    hours.merge(hour, new Load(requests, errors), Load::plus);
  }

  void add(LoadTally other) {
    other.hours.forEach((hour, load) -> hours.merge(hour, load, Load::plus));
  }

  List<LoadHour> figures() {
    return hours.entrySet().stream()
        .filter(entry -> entry.getValue().requests > 0)
        .map(
            entry ->
                new LoadHour(
                    LocalDate.ofEpochDay(Math.floorDiv(entry.getKey(), 24L)),
                    (int) Math.floorMod(entry.getKey(), 24L),
                    entry.getValue().requests,
                    entry.getValue().errors))
        .toList();
  }

  private record Load(long requests, long errors) implements Serializable {
    Load plus(Load other) {
      return new Load(requests + other.requests, errors + other.errors);
    }
  }
}
