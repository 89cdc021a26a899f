package dev.burnline.report;

import java.io.IOException;

/** A budget's ledger as JSON. */
final class LedgerOut {

  private LedgerOut() {}

  static void ledger(JsonOut out, Ledger of) throws IOException {
    out.whole("bad", of.bad());
    out.rows("incidents", of.incidents(), LedgerOut::entry);
    out.rows("error_types", of.errorTypes(), LedgerOut::entry);
    out.rows("models", of.models(), LedgerOut::entry);
    out.rows("prompt_sizes", of.promptSizes(), LedgerOut::entry);
    out.truth("post_mortem_required", !of.postMortems().isEmpty());
  }

  private static void entry(JsonOut out, Ledger.Entry of) throws IOException {
    out.text("label", of.label());
    out.whole("bad", of.bad());
    out.number("share", of.share());
    out.number("budget_share", of.budgetShare());
    out.texts("request_ids", of.requestIds());
  }
}
