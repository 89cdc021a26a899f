package dev.burnline.evaluate;

import dev.burnline.rollup.GroupMinute;
import dev.burnline.rollup.GroupValues;
import dev.burnline.scan.LogField;
import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.EventSeries;
import java.io.Serializable;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The events of one service's SLOs by minute and value of a field. */
final class GroupSeries implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<String> keys;
  private final SortedMap<String, GroupValues> values = new TreeMap<>();

  /** Good and total of each key, by field and value. */
  private final SortedMap<String, TreeMap<String, MinuteColumns>> counts = new TreeMap<>();

  GroupSeries(List<String> keys) {
    this.keys = List.copyOf(keys);
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
    if (known == null || !known.keeps(row.value())) {
      return;
    }
    MinuteColumns columns = columns(row.field(), row.value());
    int at = columns.placeOf(row.minute());
    for (int k = 0; k < places.length; k++) {
      if (places[k] >= 0) {
        columns.add(at, 2 * k, row.good(places[k]));
        columns.add(at, 2 * k + 1, row.total(places[k]));
      }
    }
  }

  private MinuteColumns columns(String field, String value) {
    return counts
        .computeIfAbsent(field, key -> new TreeMap<>())
        .computeIfAbsent(value, key -> new MinuteColumns(2 * keys.size()));
  }

  /** Adds the other series, which are of the same keys. */
  void add(GroupSeries other) {
    other.values.values().forEach(this::add);
    other.counts.forEach(
        (field, byValue) ->
            byValue.forEach(
                (value, columns) -> {
                  GroupValues known = values.get(field);
                  if (known != null && known.keeps(value)) {
                    columns(field, value).add(columns);
                  }
                }));
  }

  /** Returns the events of an SLO by value; only of values whose events are complete. */
  SortedMap<String, EventSeries> of(Slo slo, LogField field) {
    int key = keys.indexOf(slo.measure().groupKey(field));
    SortedMap<String, EventSeries> series = new TreeMap<>();
    counts
        .getOrDefault(field.key(), new TreeMap<>())
        .forEach((value, columns) -> series.put(value, events(columns, key)));
    return series;
  }

  private static EventSeries events(MinuteColumns columns, int key) {
    EventSeries.Builder events = EventSeries.builder();
    for (int i = 0; i < columns.size(); i++) {
      events.add(columns.minute(i), columns.count(i, 2 * key), columns.count(i, 2 * key + 1));
    }
    return events.build();
  }
}
