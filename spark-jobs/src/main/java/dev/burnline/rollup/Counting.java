package dev.burnline.rollup;

import dev.burnline.scan.LogField;
import dev.burnline.scan.RequestLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that is to be counted in one reading of the log, every condition asked once for each request.
 * Immutable and thread-safe.
 */
public final class Counting {

  private final List<Counter> counters;
  private final List<Pair> measures;
  private final List<Group> groups;
  private final CountedKeys keys;

  /** A measure by the places of its counters. */
  record Pair(int good, int total) {}

  /** The events of a measure that have one value in the field. */
  record Group(Pair of, LogField field) {}

  private Counting(
      List<Counter> counters, List<Pair> measures, List<Group> groups, CountedKeys keys) {
    this.counters = List.copyOf(counters);
    this.measures = List.copyOf(measures);
    this.groups = List.copyOf(groups);
    this.keys = keys;
  }

  /**
   * Returns a counting of these counters and measures; measures bring their own counters along, and
   * what is asked for twice is counted once.
   */
  public static Counting of(Collection<Counter> counters, Collection<Measure> measures) {
    Map<String, Counter> distinct = new LinkedHashMap<>();
    counters.forEach(counter -> distinct.putIfAbsent(counter.key(), counter));
    for (Measure measure : measures) {
      distinct.putIfAbsent(measure.total().key(), measure.total());
      distinct.putIfAbsent(measure.good().key(), measure.good());
    }
    List<String> places = new ArrayList<>(distinct.keySet());
    Map<String, Pair> pairs = new LinkedHashMap<>();
    Map<String, Group> groups = new LinkedHashMap<>();
    for (Measure measure : measures) {
      Pair pair =
          new Pair(places.indexOf(measure.good().key()), places.indexOf(measure.total().key()));
      pairs.put(measure.key(), pair);
      for (LogField field : measure.groupBy()) {
        groups.put(measure.groupKey(field), new Group(pair, field));
      }
    }
    return new Counting(
        List.copyOf(distinct.values()),
        List.copyOf(pairs.values()),
        List.copyOf(groups.values()),
        new CountedKeys(places, new ArrayList<>(pairs.keySet()), new ArrayList<>(groups.keySet())));
  }

  /** Returns what is counted, by name. */
  public CountedKeys keys() {
    return keys;
  }

  /** Returns the fields that a scan must read for this. */
  public Set<LogField> fields() {
    EnumSet<LogField> fields = EnumSet.noneOf(LogField.class);
    counters.forEach(counter -> fields.addAll(counter.fields()));
    groups.forEach(group -> fields.add(group.field));
    if (!measures.isEmpty()) {
      fields.addAll(Cause.FIELDS);
    }
    return fields;
  }

  int counters() {
    return counters.size();
  }

  List<Pair> measures() {
    return measures;
  }

  List<Group> groups() {
    return groups;
  }

  /** Says which counters count the request, by their places. */
  void test(RequestLine line, boolean[] met) {
    for (int i = 0; i < met.length; i++) {
      met[i] = counters.get(i).condition().test(line);
    }
  }
}
