package dev.burnline.render.table;

import dev.burnline.report.BudgetReview;
import dev.burnline.report.BudgetReview.SloBudget;
import dev.burnline.report.Ledger;
import dev.burnline.report.Report;
import dev.burnline.report.SloReport.Group;
import dev.burnline.report.WeeklySummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables that only weekly reports or budget reviews have. */
final class ReviewTables {

  private ReviewTables() {}

  static Map<String, byte[]> of(Report report) {
    var tables = new LinkedHashMap<String, byte[]>();
    WeeklySummary weekly = report.weekly();
    if (weekly != null) {
      tables.put("slo_days.csv", sloDays(weekly));
      tables.put("budget_weeks.csv", budgetWeeks(weekly));
      tables.put("changes.csv", changes(weekly));
      tables.put("failure_movers.csv", failureMovers(weekly));
      tables.put("nights.csv", nights(weekly));
    }
    BudgetReview review = report.budgetReview();
    if (review != null) {
      tables.put("burn_down.csv", burnDown(review));
      tables.put("ledger.csv", ledger(review));
      tables.put("burn_windows.csv", burnWindows(report));
      tables.put("what_if.csv", whatIf(review));
      tables.put("actions.csv", actions(review));
    }
    return tables;
  }

  static byte[] sloDays(WeeklySummary weekly) {
    var csv = new Csv("service", "slo", "group", "date", "outcome", "good", "total", "bad", "sli");
    for (var service : weekly.services()) {
      for (var slo : service.slos()) {
        for (var day : slo.days()) {
          csv.row(
              service.service(),
              slo.slo(),
              group(slo.group()),
              day.date(),
              day.outcome(),
              day.good(),
              day.total(),
              day.bad(),
              day.sli());
        }
      }
    }
    return csv.bytes();
  }

  private static byte[] budgetWeeks(WeeklySummary weekly) {
    var csv = new Csv("service", "slo", "group", "monday", "good", "total", "bad", "budget_share");
    for (var service : weekly.services()) {
      for (var slo : service.slos()) {
        for (var week : slo.spend()) {
          csv.row(
              service.service(),
              slo.slo(),
              group(slo.group()),
              week.monday(),
              week.good(),
              week.total(),
              week.bad(),
              week.budgetShare());
        }
      }
    }
    return csv.bytes();
  }

  private static byte[] changes(WeeklySummary weekly) {
    var csv =
        new Csv(
            "direction",
            "service",
            "measure",
            "now",
            "before",
            "factor",
            "count_now",
            "count_before");
    changes(csv, "worse", weekly.regressions());
    changes(csv, "better", weekly.improvements());
    return csv.bytes();
  }

  private static void changes(Csv csv, String direction, List<WeeklySummary.Change> changes) {
    for (var of : changes) {
      csv.row(
          direction,
          of.service(),
          of.measure(),
          of.now(),
          of.before(),
          of.factor(),
          of.countNow(),
          of.countBefore());
    }
  }

  private static byte[] failureMovers(WeeklySummary weekly) {
    var csv = new Csv("service", "error_type", "movement", "requests", "before");
    for (var service : weekly.services()) {
      for (var of : service.failures()) {
        csv.row(service.service(), of.errorType(), of.movement(), of.requests(), of.before());
      }
    }
    return csv.bytes();
  }

  private static byte[] nights(WeeklySummary weekly) {
    var csv = new Csv("date", "state", "revision", "late_lines", "verdict");
    for (var of : weekly.nights()) {
      csv.row(of.date(), of.state(), of.revision(), of.lateLines(), of.verdict());
    }
    return csv.bytes();
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
              group(slo.group()),
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

  private static byte[] ledger(BudgetReview review) {
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
    for (var service : review.services()) {
      for (SloBudget slo : service.slos()) {
        Ledger of = slo.ledger();
        entries(csv, service.service(), slo, "incident", of.incidents());
        entries(csv, service.service(), slo, "error_type", of.errorTypes());
        entries(csv, service.service(), slo, "model", of.models());
        entries(csv, service.service(), slo, "prompt_size", of.promptSizes());
      }
    }
    return csv.bytes();
  }

  private static void entries(
      Csv csv, String service, SloBudget slo, String by, List<Ledger.Entry> entries) {
    for (var of : entries) {
      csv.row(
          service,
          slo.slo(),
          group(slo.group()),
          by,
          of.label(),
          of.bad(),
          of.share(),
          of.budgetShare(),
          String.join(" ", of.requestIds()));
    }
  }

  private static byte[] burnWindows(Report report) {
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
    for (var of : report.alerts()) {
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
              group(slo.group()),
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
              group(slo.group()),
              of.kind(),
              of.detail(),
              of.ratio(),
              of.at());
        }
      }
    }
    return csv.bytes();
  }

  private static @Nullable String group(@Nullable Group group) {
    return group == null ? null : group.field() + "=" + group.value();
  }
}
