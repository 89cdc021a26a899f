package dev.burnline.evaluate;

import dev.burnline.rollup.GroupMinute;
import dev.burnline.rollup.GroupValues;
import dev.burnline.rollup.OutcomeFigures;
import dev.burnline.rollup.ServiceMinute;
import dev.burnline.scan.LogField;
import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.EventSeries;
import java.io.Serializable;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The events of one service's SLOs by minute and value of a field. Holds at most {@link
 * GroupValues#MOST} values of a field, and some three bytes for each minute of a value.
 */
final class GroupSeries implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<String> keys;
  private final SortedMap<String, GroupValues> values = new TreeMap<>();

  /** Good and total of each key, by field and value. */
  private final SortedMap<String, TreeMap<String, PackedMinutes>> counts = new TreeMap<>();

  /** Requests of rows that do not count a key by value. */
  private final MinuteColumns uncounted;

  GroupSeries(List<String> keys) {
    this.keys = List.copyOf(keys);
    this.uncounted = new MinuteColumns(keys.size());
  }

  /** Adds the values that a rollup keeps; has to come before its minutes. */
  void add(GroupValues row) {
    GroupValues known =
        values.computeIfAbsent(row.field(), field -> new GroupValues(row.service(), field));
    known.add(row);
    counts
        .computeIfAbsent(row.field(), field -> new TreeMap<>())
        .keySet()
        .removeIf(value -> !known.keeps(value));
  }

  /**
   * Adds a row's counts.
   *
   * @param places for each key its place in the row, -1 where the row does not count it
   */
  void add(GroupMinute row, int[] places) {
    GroupValues known = values.get(row.field());
    if (known != null && known.keeps(row.value())) {
      minutes(row.field(), row.value()).add(row.minute(), new Placed(row, places));
    }
  }

  /** A row's counts in the order of the keys. */
  private static final class Placed implements PackedMinutes.Counts {

    private final GroupMinute row;
    private final int[] places;

    Placed(GroupMinute row, int[] places) {
      this.row = row;
      this.places = places;
    }

    @Override
    public long good(int key) {
      return places[key] < 0 ? 0 : row.good(places[key]);
    }

    @Override
    public long total(int key) {
      return places[key] < 0 ? 0 : row.total(places[key]);
    }
  }

  /**
   * Notes the requests of a minute that are not counted by value.
   *
   * @param places for each key its place in the rows of groups, -1 where they do not count it
   */
  void add(ServiceMinute row, int[] places) {
    long requests = 0;
    for (int k = 0; k < places.length; k++) {
      if (places[k] < 0) {
        if (requests == 0) {
          requests = row.outcomes().values().stream().mapToLong(OutcomeFigures::requests).sum();
        }
        uncounted.add(uncounted.placeOf(row.minute()), k, requests);
      }
    }
  }

  private PackedMinutes minutes(String field, String value) {
    return counts
        .computeIfAbsent(field, key -> new TreeMap<>())
        .computeIfAbsent(value, key -> new PackedMinutes(keys.size()));
  }

  /** Adds the other series, which are of the same keys. */
  void add(GroupSeries other) {
    other.values.values().forEach(this::add);
    other.counts.forEach(
        (field, byValue) ->
            byValue.forEach(
                (value, minutes) -> {
                  GroupValues known = values.get(field);
                  if (known != null && known.keeps(value)) {
                    minutes(field, value).add(minutes);
                  }
                }));
    uncounted.add(other.uncounted);
  }

  /** Returns the values of a field whose events are complete, in their order. */
  SortedSet<String> valuesOf(LogField field) {
    return new TreeSet<>(counts.getOrDefault(field.key(), new TreeMap<>()).keySet());
  }

  /** Whether a field has had more values than are kept. */
  boolean isCut(LogField field) {
    GroupValues known = values.get(field.key());
    return known != null && known.isCut();
  }

  /** Returns the events of an SLO that have one of the values; unpacked anew with each call. */
  EventSeries of(Slo slo, LogField field, String value) {
    EventSeries.Builder events = EventSeries.builder();
    PackedMinutes minutes = counts.getOrDefault(field.key(), new TreeMap<>()).get(value);
    if (minutes != null) {
      minutes.forEach(keys.indexOf(slo.measure().groupKey(field)), events::add);
    }
    return events.build();
  }

  /** Returns the requests of a span that are not counted by value of a field. */
  long uncounted(Slo slo, LogField field, MinuteSpan span) {
    int key = keys.indexOf(slo.measure().groupKey(field));
    long requests = 0;
    for (int i = 0; i < uncounted.size(); i++) {
      if (span.contains(uncounted.minute(i))) {
        requests += uncounted.count(i, key);
      }
    }
    return requests;
  }
}
