package dev.burnline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.oracle.BruteForceEvents;
import dev.burnline.oracle.BruteForceEvents.Event;
import dev.burnline.oracle.OracleSlo;
import dev.burnline.oracle.RandomRawLogs;
import dev.burnline.rollup.BadEvents;
import dev.burnline.rollup.Cause;
import dev.burnline.rollup.GroupValues;
import dev.burnline.scan.LogField;
import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.EventSeries;
import dev.burnline.slo.budget.Events;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad events by cause and events by group, against plain counting over the raw lines. */
class SpendAgainstBruteForceTest {

  private static final Slo AVAILABILITY =
      SomeSlos.of(
          "error_type is null or error_type not in"
              + " ('validation','malformed_json','context_length','client_disconnect')",
          "status = 'success'",
          LogField.MODEL,
          LogField.TENANT,
          LogField.REQUEST_ID);
  private static final Slo LATENCY =
      SomeSlos.of(
          "status = 'success' and duration_ms is not null",
          "duration_ms <= 10000",
          LogField.FINISH_REASON);

  private final Map<String, BruteForceEvents> expectedEvents = new HashMap<>();
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void nasty_logs_are_counted_by_cause_and_group(long seed) throws IOException {
    agrees(new RandomRawLogs(seed).writeTo(folder));
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void of_more_causes_and_groups_than_are_kept_the_kept_ones_are_complete(long seed)
      throws IOException {
    agrees(new TenantLogs(seed).writeTo(folder.resolve("logs")));
  }

  private void agrees(Path logs) throws IOException {
    List<Slo> asked = List.of(AVAILABILITY, LATENCY);
    List<List<Object>> layouts = new ArrayList<>();
    for (long splitBytes : List.of(1L << 30, 17_000L)) {
      CrunchedLogs crunched = new CrunchedLogs(logs, folder.resolve("store-" + splitBytes));
      crunched.crunch(asked, splitBytes);
      layouts.add(checked(crunched.tallies(asked), logs));
      crunched.compact();
      layouts.add(checked(crunched.tallies(asked), logs));
    }
    assertThat(Set.copyOf(layouts).size()).as("what the layouts keep").isEqualTo(1);
  }

  private List<Object> checked(SortedMap<String, ServiceTally> tallies, Path logs)
      throws IOException {
    List<Object> kept = new ArrayList<>();
    for (ServiceTally tally : tallies.values()) {
      for (Slo slo : List.of(AVAILABILITY, LATENCY)) {
        BruteForceEvents expected = expected(slo, tally.key(), logs);
        SortedMap<Long, SortedMap<String, String>> causes = expectedCauses(expected);
        assertThat(causes(tally.spend(slo), expected, causes)).isEqualTo(causes);
        tally.spend(slo).values().forEach(bad -> kept.add(List.copyOf(bad.causes().keySet())));
        for (LogField field : slo.groupBy()) {
          kept.add(groups(tally.groups(), slo, field, expected));
        }
      }
    }
    return kept;
  }

  private BruteForceEvents expected(Slo slo, String service, Path logs) throws IOException {
    String key = slo.total().key() + service;
    BruteForceEvents known = expectedEvents.get(key);
    if (known == null) {
      OracleSlo plain =
          slo.equals(LATENCY) ? OracleSlo.latency95Within10s() : OracleSlo.availability999();
      known = BruteForceEvents.read(List.of(logs), plain, service);
      expectedEvents.put(key, known);
    }
    return known;
  }

  /** What is kept, with what was dropped taken from the expected figures where that is allowed. */
  private static SortedMap<Long, SortedMap<String, String>> causes(
      SortedMap<Integer, BadEvents> spend,
      BruteForceEvents expected,
      SortedMap<Long, SortedMap<String, String>> whole) {
    SortedMap<Long, SortedMap<String, String>> all = new TreeMap<>();
    Map<Long, List<Event>> totals = expected.badBy(SpendAgainstBruteForceTest::quarter);
    spend.forEach(
        (minute, bad) -> {
          SortedMap<String, String> kept = new TreeMap<>();
          bad.causes().forEach((cause, figures) -> kept.put(text(cause), text(figures)));
          if (bad.isCut()) {
            assertThat(kept).hasSize(BadEvents.MOST);
            assertThat(whole.get((long) minute)).hasSizeGreaterThan(BadEvents.MOST);
            whole.get((long) minute).forEach((cause, figures) -> kept.putIfAbsent(cause, figures));
          }
          assertThat(bad.total()).isEqualTo(totals.get((long) minute).size());
          all.put((long) minute, kept);
        });
    return all;
  }

  private static String text(Cause cause) {
    return "%s | %s | %s".formatted(cause.errorType(), cause.model(), cause.promptSize().label());
  }

  private static String text(BadEvents.Figures figures) {
    return figures.count()
        + figures.examples().list().stream()
            .map(one -> "%d %s".formatted(one.epochMillis(), one.requestId()))
            .sorted()
            .toList()
            .toString();
  }

  private static Long quarter(Event event) {
    return event.minute() - Math.floorMod(event.minute(), 15L);
  }

  private static SortedMap<Long, SortedMap<String, String>> expectedCauses(
      BruteForceEvents expected) {
    SortedMap<Long, SortedMap<String, String>> quarters = new TreeMap<>();
    expected
        .badBy(event -> quarter(event) + "/" + event.cause())
        .values()
        .forEach(
            events -> {
              List<String> earliest =
                  events.stream()
                      .map(Event::sample)
                      .sorted(SpendAgainstBruteForceTest::byTimeThenId)
                      .limit(3)
                      .sorted()
                      .toList();
              quarters
                  .computeIfAbsent(quarter(events.get(0)), key -> new TreeMap<>())
                  .put(events.get(0).cause(), events.size() + earliest.toString());
            });
    return quarters;
  }

  /** A missing id is the word null, and comes first. */
  private static int byTimeThenId(String a, String b) {
    long timeA = Long.parseLong(a.substring(0, a.indexOf(' ')));
    long timeB = Long.parseLong(b.substring(0, b.indexOf(' ')));
    String idA = a.substring(a.indexOf(' ') + 1);
    String idB = b.substring(b.indexOf(' ') + 1);
    if (timeA != timeB) {
      return Long.compare(timeA, timeB);
    }
    return idA.equals("null")
        ? (idB.equals("null") ? 0 : -1)
        : idB.equals("null") ? 1 : idA.compareTo(idB);
  }

  private static List<String> groups(
      GroupSeries groups, Slo slo, LogField field, BruteForceEvents expected) {
    Map<String, List<Event>> byValue = expected.by(event -> event.text(field.key()));
    SortedSet<String> values = groups.valuesOf(field);
    assertThat(values).hasSize(Math.min(GroupValues.MOST, byValue.size()));
    assertThat(groups.isCut(field)).isEqualTo(byValue.size() > GroupValues.MOST);
    assertThat(groups.uncounted(slo, field, CrunchedLogs.ALWAYS)).isZero();
    values.forEach(
        value -> {
          EventSeries series = groups.of(slo, field, value);
          List<Event> events = byValue.get(value);
          assertThat(events).as(value).isNotNull();
          assertThat(series.between(0, Integer.MAX_VALUE)).as(value).isEqualTo(sum(events));
          Event some = events.get(events.size() / 2);
          List<Event> then =
              events.stream().filter(event -> event.minute() == some.minute()).toList();
          assertThat(series.between(some.minute(), some.minute() + 1)).isEqualTo(sum(then));
        });
    return List.copyOf(values);
  }

  private static Events sum(List<Event> events) {
    return new Events(events.stream().filter(Event::isGood).count(), events.size());
  }
}
