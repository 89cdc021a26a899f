package dev.burnline.render.table;

import dev.burnline.report.AlertReport;
import dev.burnline.report.BudgetReview;
import dev.burnline.report.BudgetReview.SloBudget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables that only budget reviews have. */
final class BudgetTables {

  private BudgetTables() {}

  static Map<String, byte[]> of(BudgetReview review, List<AlertReport> alerts) {
    var tables = new LinkedHashMap<String, byte[]>();
    tables.put("burn_down.csv", burnDown(review));
    tables.put("burn_windows.csv", burnWindows(alerts));
    tables.put("what_if.csv", whatIf(review));
    tables.put("actions.csv", actions(review));
    return tables;
  }

  static byte[] burnDown(BudgetReview review) {
    var csv =
        new Csv(
            "service",
            "slo",
            "group",
            "date",
            "end",
            "good",
            "total",
            "bad",
            "spent_ratio",
            "remaining_ratio",
            "ideal_ratio");
    for (var service : review.services()) {
      for (SloBudget slo : service.slos()) {
        for (var day : slo.days()) {
          csv.row(
              service.service(),
              slo.slo(),
              SloTables.group(slo.group()),
              day.date(),
              day.end(),
              day.good(),
              day.total(),
              day.bad(),
              day.spentRatio(),
              day.remainingRatio(),
              day.idealRatio());
        }
      }
    }
    return csv.bytes();
  }

  private static byte[] burnWindows(List<AlertReport> alerts) {
    var csv =
        new Csv(
            "service",
            "slo",
            "severity",
            "state",
            "starts_at",
            "ends_at",
            "long_window",
            "short_window",
            "burn_long",
            "burn_short",
            "budget_spent");
    for (AlertReport of : alerts) {
      csv.row(
          of.service(),
          of.slo(),
          of.severity(),
          of.state(),
          of.startsAt(),
          of.endsAt(),
          of.longWindow(),
          of.shortWindow(),
          of.burnLong(),
          of.burnShort(),
          of.budgetSpent());
    }
    return csv.bytes();
  }

  private static byte[] whatIf(BudgetReview review) {
    var csv =
        new Csv(
            "service",
            "slo",
            "group",
            "objective",
            "good",
            "bad",
            "budget",
            "consumed_ratio",
            "exhausted_at");
    for (var service : review.services()) {
      for (SloBudget slo : service.slos()) {
        for (var of : slo.whatIf()) {
          csv.row(
              service.service(),
              slo.slo(),
              SloTables.group(slo.group()),
              of.objective(),
              of.good(),
              of.bad(),
              of.budget(),
              of.consumedRatio(),
              of.exhaustedAt());
        }
      }
    }
    return csv.bytes();
  }

  private static byte[] actions(BudgetReview review) {
    var csv = new Csv("service", "slo", "group", "action", "detail", "ratio", "at");
    for (var service : review.services()) {
      for (SloBudget slo : service.slos()) {
        for (var of : slo.actions()) {
          csv.row(
              service.service(),
              slo.slo(),
              SloTables.group(slo.group()),
              of.kind(),
              of.detail(),
              of.ratio(),
              of.at());
        }
      }
    }
    return csv.bytes();
  }
}
