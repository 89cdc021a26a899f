package dev.burnline.render.words;

import dev.burnline.report.Ledger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A list of a ledger as it is shown: the entries that spent most, and the sum of the others. Each
 * row has its {@code label}, {@code of}, the entry, and {@code due} where it needs a post-mortem.
 */
final class LedgerRows {

  private final List<Ledger.Entry> entries;
  private final boolean isIncidents;
  private final Words words;

  LedgerRows(List<Ledger.Entry> entries, boolean isIncidents, Words words) {
    this.entries = entries;
    this.isIncidents = isIncidents;
    this.words = words;
  }

  /** At most so many rows, in the order of the entries; they add up as all of them do. */
  List<Map<String, Object>> of(int most) {
    if (entries.size() <= most) {
      return entries.stream().map(this::row).toList();
    }
    Set<Integer> greatest = greatest(most - 1);
    var rows = new ArrayList<Map<String, Object>>();
    var others = new ArrayList<Ledger.Entry>();
    for (int i = 0; i < entries.size(); i++) {
      if (greatest.contains(i)) {
        rows.add(row(entries.get(i)));
      } else {
        others.add(entries.get(i));
      }
    }
    String label = words.say("ledger.left_out", words.count((long) others.size()));
    rows.add(Map.of("label", label, "of", sum(others), "due", false));
    return rows;
  }

  /** Their places. What belongs to no entry is always among them. */
  private Set<Integer> greatest(int count) {
    var places = new ArrayList<Integer>();
    for (int i = 0; i < entries.size(); i++) {
      places.add(i);
    }
    places.sort(
        Comparator.comparing((Integer i) -> !entries.get(i).label().equals(Ledger.REST))
            .thenComparing(i -> -entries.get(i).budgetShare())
            .thenComparing(i -> -entries.get(i).bad()));
    return new HashSet<>(places.subList(0, count));
  }

  private Map<String, Object> row(Ledger.Entry of) {
    boolean isDue =
        isIncidents
            && of.budgetShare() > Ledger.POST_MORTEM_SHARE
            && !of.label().equals(Ledger.REST);
    boolean isOurs = isIncidents || of.label().equals(Ledger.REST);
    return Map.of(
        "label",
        isOurs ? new LedgerWords(words).label(of.label()) : of.label(),
        "of",
        of,
        "due",
        isDue);
  }

  private static Ledger.Entry sum(List<Ledger.Entry> entries) {
    return new Ledger.Entry(
        "",
        entries.stream().mapToLong(Ledger.Entry::bad).sum(),
        entries.stream().mapToDouble(Ledger.Entry::share).sum(),
        entries.stream().mapToDouble(Ledger.Entry::budgetShare).sum(),
        List.of());
  }
}
