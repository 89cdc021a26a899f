package dev.burnline.render.table;

import dev.burnline.report.Ledger;
import dev.burnline.report.Report;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.SloReport;
import java.util.List;

/** What the budgets were spent on, as one table. */
final class LedgerTable {

  private LedgerTable() {}

  static byte[] of(Report report) {
    var csv =
        new Csv(
            "service",
            "slo",
            "group",
            "by",
            "label",
            "bad",
            "share",
            "budget_share",
            "request_ids");
    for (ServiceReport service : report.services()) {
      for (SloReport slo : service.slos()) {
        Ledger ledger = slo.ledger();
        if (ledger != null) {
          entries(csv, service, slo, "incident", ledger.incidents());
          entries(csv, service, slo, "error_type", ledger.errorTypes());
          entries(csv, service, slo, "model", ledger.models());
          entries(csv, service, slo, "prompt_size", ledger.promptSizes());
        }
      }
    }
    return csv.bytes();
  }

  private static void entries(
      Csv csv, ServiceReport service, SloReport slo, String by, List<Ledger.Entry> entries) {
    for (Ledger.Entry of : entries) {
      csv.row(
          service.service(),
          slo.name(),
          SloTables.group(slo.group()),
          by,
          of.label(),
          of.bad(),
          of.share(),
          of.budgetShare(),
          String.join(" ", of.requestIds()));
    }
  }
}
