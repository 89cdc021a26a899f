package dev.burnline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.burnline.evaluate.SpendLedger.Incident;
import dev.burnline.evaluate.SpendLedger.Spent;
import dev.burnline.report.Ledger;
import dev.burnline.rollup.BadEvents;
import dev.burnline.rollup.Cause;
import dev.burnline.rollup.Exemplar;
import dev.burnline.rollup.Exemplars;
import dev.burnline.rollup.PromptSize;
import dev.burnline.rollup.ServiceQuarter;
import dev.burnline.slo.budget.EventSeries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random bad events by random causes in random incidents: whatever happened, all of it is told. */
class SpendLedgerSumsTest {

  private static final MinuteSpan WINDOW = new MinuteSpan(30_000, 32_000);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void everyListAddsUpToAllBadEventsAndToTheWholeSpend(long seed) {
    Random random = new Random(seed);
    SortedMap<Integer, BadEvents> causes = new TreeMap<>();
    EventSeries events = events(random, causes);
    long bad = events.between(WINDOW.start(), WINDOW.end()).bad();
    double budget = 1 + random.nextInt(5_000);
    Ledger ledger =
        new SpendLedger(new Spent(events, events, causes), WINDOW, budget).of(incidents(random));

    assertThat(ledger.bad()).isEqualTo(bad).isPositive();
    for (List<Ledger.Entry> list :
        List.of(ledger.incidents(), ledger.errorTypes(), ledger.models(), ledger.promptSizes())) {
      assertThat(list.stream().mapToLong(Ledger.Entry::bad).sum()).isEqualTo(bad);
      assertThat(list.stream().mapToDouble(Ledger.Entry::share).sum()).isCloseTo(1, offset(1e-9));
      assertThat(list.stream().mapToDouble(Ledger.Entry::budgetShare).sum())
          .isCloseTo(bad / budget, offset(1e-9 * bad));
      assertThat(list).extracting(Ledger.Entry::label).doesNotHaveDuplicates();
      assertThat(list).allSatisfy(entry -> assertThat(entry.bad()).isPositive());
      assertThat(list).allSatisfy(entry -> assertThat(entry.requestIds()).hasSizeLessThan(6));
    }
  }

  /** Some quarters are told by cause in full, some in part, and some not at all. */
  private static EventSeries events(Random random, SortedMap<Integer, BadEvents> causes) {
    EventSeries.Builder events = EventSeries.builder();
    for (int quarter = WINDOW.start() - 60; quarter < WINDOW.end() + 60; quarter += 15) {
      Map<Cause, BadEvents.Figures> told = new HashMap<>();
      long bad = 0;
      for (int minute = quarter; minute < quarter + ServiceQuarter.MINUTES; minute++) {
        int of = random.nextInt(4) == 0 ? random.nextInt(30) : 0;
        events.add(minute, 100, 100L + of);
        add(told, random, minute, of);
        bad += of;
      }
      boolean isCut = !told.isEmpty() && random.nextInt(10) == 0;
      if (random.nextInt(10) > 0) {
        causes.put(quarter, new BadEvents(isCut ? bad + 1 : bad, told, isCut));
      }
    }
    return events.build();
  }

  private static void add(Map<Cause, BadEvents.Figures> told, Random random, int minute, int bad) {
    for (int i = 0; i < bad; i++) {
      Exemplars examples = new Exemplars(Exemplars.Kind.EARLIEST);
      String id = random.nextInt(5) == 0 ? null : "r" + minute + "-" + i;
      examples.add(new Exemplar(id, minute * 60_000L + i, 1, 1, 1));
      told.merge(
          cause(random),
          new BadEvents.Figures(1, examples),
          (one, more) -> {
            one.examples().add(more.examples());
            return new BadEvents.Figures(one.count() + more.count(), one.examples());
          });
    }
  }

  private static Cause cause(Random random) {
    String error = random.nextInt(4) == 0 ? null : "error_" + random.nextInt(40);
    String model = random.nextInt(4) == 0 ? Ledger.REST : "model_" + random.nextInt(3);
    return new Cause(error, model, List.of(PromptSize.values()).get(random.nextInt(6)));
  }

  private static List<Incident> incidents(Random random) {
    List<Incident> incidents = new ArrayList<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      int start = WINDOW.start() - 100 + random.nextInt(2_200);
      incidents.add(
          new Incident("page " + i, start, new MinuteSpan(start, start + random.nextInt(600))));
    }
    return incidents;
  }
}
