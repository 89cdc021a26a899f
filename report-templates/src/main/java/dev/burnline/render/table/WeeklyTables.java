package dev.burnline.render.table;

import dev.burnline.report.WeeklySummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables that only weekly reports have. */
final class WeeklyTables {

  private WeeklyTables() {}

  static Map<String, byte[]> of(WeeklySummary weekly) {
    var tables = new LinkedHashMap<String, byte[]>();
    tables.put("slo_days.csv", sloDays(weekly));
    tables.put("budget_weeks.csv", budgetWeeks(weekly));
    tables.put("changes.csv", changes(weekly));
    tables.put("failure_movers.csv", failureMovers(weekly));
    tables.put("nights.csv", nights(weekly));
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
              SloTables.group(slo.group()),
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
              SloTables.group(slo.group()),
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
    var csv =
        new Csv("service", "error_type", "movement", "requests", "before", "total", "total_before");
    for (var service : weekly.services()) {
      for (var of : service.failures()) {
        csv.row(
            service.service(),
            of.errorType(),
            of.movement(),
            of.requests(),
            of.before(),
            of.total(),
            of.totalBefore());
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
}
