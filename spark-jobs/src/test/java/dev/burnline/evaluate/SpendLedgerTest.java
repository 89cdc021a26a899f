package dev.burnline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.tuple;

import dev.burnline.evaluate.SpendLedger.Incident;
import dev.burnline.evaluate.SpendLedger.Spent;
import dev.burnline.report.Ledger;
import dev.burnline.rollup.BadEvents;
import dev.burnline.rollup.Cause;
import dev.burnline.rollup.Exemplar;
import dev.burnline.rollup.Exemplars;
import dev.burnline.rollup.PromptSize;
import dev.burnline.slo.budget.EventSeries;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two quarters from minute 1500 on: ten bad events in the first one, six in the second. */
class SpendLedgerTest {

  private static final MinuteSpan WINDOW = new MinuteSpan(1500, 1530);
  private static final EventSeries EVENTS =
      EventSeries.builder()
          .add(1490, 0, 9)
          .add(1501, 90, 94)
          .add(1510, 10, 16)
          .add(1520, 0, 6)
          .build();

  private static SortedMap<Integer, BadEvents> spend() {
    SortedMap<Integer, BadEvents> quarters = new TreeMap<>();
    quarters.put(
        1485, bad(9, Map.of(cause("engine_error", "m", PromptSize.UNDER_256), figures(9, 1490))));
    quarters.put(
        1500,
        bad(
            10,
            Map.of(
                cause("cuda_oom", "big", PromptSize.FROM_16K), figures(6, 1510),
                cause(null, "big", PromptSize.UNDER_256), figures(3, 1501))));
    quarters.put(
        1515, bad(6, Map.of(cause("queue_timeout", null, PromptSize.UNKNOWN), figures(6, 1520))));
    return quarters;
  }

  private static BadEvents bad(long total, Map<Cause, BadEvents.Figures> causes) {
    long kept = causes.values().stream().mapToLong(BadEvents.Figures::count).sum();
    return new BadEvents(total, causes, kept < total);
  }

  private static Cause cause(@Nullable String error, @Nullable String model, PromptSize size) {
    return new Cause(error, model, size);
  }

  private static BadEvents.Figures figures(long count, int minute) {
    Exemplars examples = new Exemplars(Exemplars.Kind.EARLIEST);
    examples.add(new Exemplar("r" + minute, minute * 60_000L, 1, 1, 1));
    return new BadEvents.Figures(count, examples);
  }

  private static String entry(Ledger.Entry entry) {
    return "%s %d %s".formatted(entry.label(), entry.bad(), entry.requestIds());
  }

  private static List<String> entries(List<Ledger.Entry> entries) {
    assertThat(entries.stream().mapToLong(Ledger.Entry::bad).sum()).isEqualTo(16);
    assertThat(entries.stream().mapToDouble(Ledger.Entry::share).sum())
        .isBetween(0.999999, 1.000001);
    assertThat(entries.stream().mapToDouble(Ledger.Entry::budgetShare).sum())
        .isBetween(1.499999, 1.500001);
    return entries.stream().map(SpendLedgerTest::entry).toList();
  }

  @Test
  void everyListTellsAllBadEventsOfTheWindowApart() {
    Ledger ledger =
        new SpendLedger(new Spent(EVENTS, EVENTS, spend()), WINDOW, 16 / 1.5)
            .of(
                List.of(
                    new Incident("first", 1400, new MinuteSpan(1400, 1511)),
                    new Incident("later", 1505, new MinuteSpan(1505, 1600)),
                    new Incident("calm", 1502, new MinuteSpan(1502, 1504))));

    assertThat(ledger.bad()).isEqualTo(16);
    assertThat(entries(ledger.incidents()))
        .containsExactly("first 10 [r1501, r1510]", "later 6 [r1520]");
    assertThat(entries(ledger.errorTypes()))
        .containsExactly(
            "cuda_oom 6 [r1510]", "queue_timeout 6 [r1520]", "uncategorised 4 [r1501]");
    assertThat(entries(ledger.models()))
        .containsExactly("big 9 [r1501, r1510]", "uncategorised 7 [r1520]");
    assertThat(entries(ledger.promptSizes()))
        .containsExactly(
            "under 256 tokens 3 [r1501]",
            "16384 tokens or more 6 [r1510]",
            "uncategorised 7 [r1520]");
  }

  @Test
  void ofAQuarterThatIsExcludedInPartOnlyTheCountIsTold() {
    EventSeries adjusted = EventSeries.builder().add(1510, 10, 16).add(1520, 0, 6).build();
    Ledger ledger =
        new SpendLedger(new Spent(adjusted, adjusted, spend()), WINDOW, 24).of(List.of());

    assertThat(ledger.errorTypes().stream().map(SpendLedgerTest::entry))
        .containsExactly("queue_timeout 6 [r1520]", "uncategorised 6 []");
    assertThat(ledger.incidents().stream().map(Ledger.Entry::bad)).containsExactly(12L);
  }

  @Test
  void withoutBadEventsThereIsNothingToTellApart() {
    EventSeries good = EventSeries.builder().add(1501, 9, 9).build();
    Ledger ledger =
        new SpendLedger(new Spent(good, good, new TreeMap<>()), WINDOW, 1).of(List.of());

    assertThat(ledger.bad()).isZero();
    assertThat(ledger.incidents()).isEmpty();
    assertThat(ledger.promptSizes()).isEmpty();
  }

  @Test
  void aMinuteThatSeveralIncidentsHaveBelongsToTheOneThatClaimsItFirst() {
    Ledger ledger =
        new SpendLedger(new Spent(EVENTS, EVENTS, spend()), WINDOW, 50)
            .of(
                List.of(
                    new Incident("page", 1508, new MinuteSpan(1508, 1512)),
                    new Incident("ticket", 1513, new MinuteSpan(1400, 1515))));

    assertThat(ledger.incidents().stream().map(SpendLedgerTest::entry))
        .containsExactly("page 6 [r1510]", "ticket 4 [r1501]", "uncategorised 6 [r1520]");
  }

  @Test
  void anIncidentThatSpentMoreThanAFifthOfTheBudgetNeedsAPostMortem() {
    List<Incident> incidents =
        List.of(
            new Incident("page", 1508, new MinuteSpan(1508, 1512)),
            new Incident("ticket", 1516, new MinuteSpan(1516, 1525)));
    Spent spent = new Spent(EVENTS, EVENTS, spend());

    assertThat(new SpendLedger(spent, WINDOW, 30).of(incidents).postMortems()).isEmpty();
    assertThat(new SpendLedger(spent, WINDOW, 29.99).of(incidents).postMortems())
        .extracting(Ledger.Entry::label)
        .containsExactly("page", "ticket");
  }

  @Test
  void whereSlicesAreCountedAnIncidentHasTheShareOfItsSlices() {
    EventSeries slices =
        EventSeries.builder()
            .add(1504, 1, 1)
            .add(1509, 1, 1)
            .add(1514, 0, 1)
            .add(1524, 0, 1)
            .build();
    Ledger ledger =
        new SpendLedger(new Spent(EVENTS, slices, spend()), WINDOW, 8)
            .of(List.of(new Incident("page", 1500, new MinuteSpan(1500, 1515))));

    assertThat(ledger.incidents())
        .extracting(Ledger.Entry::label, Ledger.Entry::bad, Ledger.Entry::share)
        .containsExactly(tuple("page", 10L, 0.5), tuple("uncategorised", 6L, 0.5));
    assertThat(ledger.incidents()).extracting(Ledger.Entry::budgetShare).containsOnly(0.125);
    assertThat(ledger.errorTypes().get(0).budgetShare()).isCloseTo(0.25 * 6 / 16, offset(1e-12));
  }
}
