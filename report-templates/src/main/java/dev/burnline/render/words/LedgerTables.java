package dev.burnline.render.words;

import dev.burnline.report.Ledger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A ledger as tables, one for each property by which it tells bad events apart. */
public final class LedgerTables {

  private final Words words;

  /** Speaks with these words. */
  public LedgerTables(Words words) {
    this.words = words;
  }

  /**
   * Returns the tables: {@code by}, what they go by, and {@code rows}, each with its {@code label},
   * {@code of}, the entry, and {@code due} where it needs a post-mortem. None without bad events.
   *
   * @param ledger null in a report that is older than its ledgers
   * @param most rows of a table; what is left is summed up in the last
   */
  public List<Map<String, Object>> of(@Nullable Ledger ledger, int most) {
    if (ledger == null || ledger.bad() == 0) {
      return List.of();
    }
    return List.of(
        table("incidents", ledger.incidents(), most),
        table("error_types", ledger.errorTypes(), most),
        table("models", ledger.models(), most),
        table("prompt_sizes", ledger.promptSizes(), most));
  }

  private Map<String, Object> table(String by, List<Ledger.Entry> entries, int most) {
    return Map.of(
        "by", by, "rows", new LedgerRows(entries, by.equals("incidents"), words).of(most));
  }
}
