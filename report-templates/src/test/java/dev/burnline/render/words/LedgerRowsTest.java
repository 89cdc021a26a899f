package dev.burnline.render.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.report.Ledger;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerRowsTest {

  private static final Words WORDS = new Words(Locale.ENGLISH, ZoneOffset.UTC);

  @Test
  void theGreatestEntriesStandInTheirOrderAndTheOthersAreSummedUp() {
    var rows = new LedgerRows(entries(5, 1, 900, 2, 60, 3), true, WORDS).of(4);

    assertThat(rows)
        .extracting(row -> row.get("label") + " " + ((Ledger.Entry) row.get("of")).bad())
        .containsExactly("incident 2 900", "incident 4 60", "uncategorised 3", "and 3 more 8");
    assertThat(rows.stream().mapToDouble(row -> ((Ledger.Entry) row.get("of")).share()).sum())
        .isEqualTo(1);
  }

  @Test
  void onlyAnIncidentNeedsAPostMortem() {
    assertThat(due(new LedgerRows(entries(900, 400), true, WORDS).of(12)))
        .containsExactly(true, false);
    assertThat(due(new LedgerRows(entries(900, 400), false, WORDS).of(12)))
        .containsExactly(false, false);
    assertThat(due(new LedgerRows(entries(190, 190, 190, 190, 0), true, WORDS).of(2)))
        .as("many small ones")
        .containsExactly(false, false);
  }

  @Test
  void aModelThatIsNamedLikeAnIncidentStaysAModel() {
    String name = "page 2026-11-20T00:00:00Z/..";
    var entry = new Ledger.Entry(name, 1, 1, 1, List.of());

    assertThat(new LedgerRows(List.of(entry), false, WORDS).of(4).get(0))
        .containsEntry("label", name);
  }

  @Test
  void anIncidentWithoutRealTimesIsShownAsItIs() {
    String name = "page 2026-99-99T00:00:00Z/..";
    var entry = new Ledger.Entry(name, 1, 1, 1, List.of());

    assertThat(new LedgerRows(List.of(entry), true, WORDS).of(4).get(0))
        .containsEntry("label", name);
  }

  @Test
  void whatSpentMostOfTheBudgetIsShownAlsoWithoutABadEvent() {
    var slices = new Ledger.Entry("a slice without an answer", 0, 0.8, 0.33, List.of());
    var small = new Ledger.Entry("small", 3, 0.05, 0.01, List.of());

    assertThat(new LedgerRows(List.of(small, small, slices, small, small), true, WORDS).of(2))
        .extracting(row -> row.get("label") + " " + row.get("due"))
        .containsExactly("a slice without an answer true", "and 4 more false");
  }

  private static List<Object> due(List<Map<String, Object>> rows) {
    return rows.stream().map(row -> row.get("due")).toList();
  }

  /** Incidents with so many bad events, the last of them what is in none; a budget of 1,000. */
  private static List<Ledger.Entry> entries(long... bad) {
    long all = java.util.Arrays.stream(bad).sum();
    var entries = new ArrayList<Ledger.Entry>();
    for (int i = 0; i < bad.length; i++) {
      String label = i == bad.length - 1 ? Ledger.REST : "incident " + i;
      entries.add(
          new Ledger.Entry(label, bad[i], (double) bad[i] / all, bad[i] / 1000.0, List.of()));
    }
    return entries;
  }
}
