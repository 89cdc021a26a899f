package dev.burnline.rollup;

import dev.burnline.scan.LogField;
import dev.burnline.scan.RequestLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The events of one service by the values of one field, while a stretch of log is read. */
final class GroupedEvents {

  private final String service;
  private final LogField field;
  private final int width;
  private final List<Integer> places = new ArrayList<>();
  private final List<Counting.Pair> pairs = new ArrayList<>();
  private final SmallestKept<GroupValue, Map<Integer, GroupMinute>> values =
      new SmallestKept<>(GroupValues.MOST);
  private final Map<String, Map<Integer, GroupMinute>> known = new HashMap<>();
  private @Nullable GroupMinute last;

  private GroupedEvents(String service, LogField field, List<Counting.Group> groups) {
    this.service = service;
    this.field = field;
    this.width = 2 * groups.size();
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).field() == field) {
        places.add(i);
        pairs.add(groups.get(i).of());
      }
    }
  }

  /** Returns one for each field that something is grouped by. */
  static List<GroupedEvents> of(String service, List<Counting.Group> groups) {
    return groups.stream()
        .map(Counting.Group::field)
        .distinct()
        .map(field -> new GroupedEvents(service, field, groups))
        .toList();
  }

  /** Counts a request; one without the field is in no group. */
  void add(RequestLine line, int minute, boolean[] met) {
    String text = Exemplar.cut(line.text(field));
    if (text == null || !isCounted(met)) {
      return;
    }
    GroupMinute row = row(text, minute);
    for (int i = 0; row != null && i < pairs.size(); i++) {
      if (met[pairs.get(i).total()]) {
        row.add(places.get(i), met[pairs.get(i).good()]);
      }
    }
  }

  private boolean isCounted(boolean[] met) {
    for (Counting.Pair pair : pairs) {
      if (met[pair.total()]) {
        return true;
      }
    }
    return false;
  }

  private @Nullable GroupMinute row(String text, int minute) {
    GroupMinute row = last;
    if (row == null || row.minute() != minute || !row.value().equals(text)) {
      Map<Integer, GroupMinute> minutes = minutes(text);
      if (minutes == null) {
        return null;
      }
      row =
          minutes.computeIfAbsent(
              minute, key -> new GroupMinute(service, key, field.key(), text, new long[width]));
      last = row;
    }
    return row;
  }

  private @Nullable Map<Integer, GroupMinute> minutes(String text) {
    Map<Integer, GroupMinute> minutes = known.get(text);
    if (minutes != null) {
      return minutes;
    }
    GroupValue value = GroupValue.of(text);
    if (!values.accepts(value)) {
      return null;
    }
    Map<Integer, GroupMinute> fresh = new HashMap<>();
    GroupValue dropped = values.merge(value, fresh, (a, b) -> a);
    if (value.equals(dropped)) {
      return null;
    }
    if (dropped != null) {
      known.remove(dropped.text());
      last = null;
    }
    known.put(text, fresh);
    return fresh;
  }

  Stream<Row> rows() {
    if (known.isEmpty()) {
      return Stream.empty();
    }
    GroupValues row = new GroupValues(service, field.key(), known.keySet(), values.isCut());
    return Stream.concat(
        Stream.of(row), known.values().stream().flatMap(minutes -> minutes.values().stream()));
  }
}
