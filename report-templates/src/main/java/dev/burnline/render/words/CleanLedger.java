package dev.burnline.render.words;

import dev.burnline.report.Ledger;
import java.util.List;

/** A ledger whose labels and request ids are safe to show. */
final class CleanLedger {

  private static final int NAME = 100;

  private CleanLedger() {}

  static Ledger of(Ledger ledger) {
    return new Ledger(
        ledger.bad(),
        entries(ledger.incidents()),
        entries(ledger.errorTypes()),
        entries(ledger.models()),
        entries(ledger.promptSizes()));
  }

  private static List<Ledger.Entry> entries(List<Ledger.Entry> of) {
    return of.stream()
        .map(
            entry ->
                new Ledger.Entry(
                    CleanText.of(entry.label(), NAME),
                    entry.bad(),
                    entry.share(),
                    entry.budgetShare(),
                    entry.requestIds().stream().map(id -> CleanText.of(id, NAME)).toList()))
        .toList();
  }
}
