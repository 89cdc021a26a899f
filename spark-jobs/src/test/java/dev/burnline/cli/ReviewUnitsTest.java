package dev.burnline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.report.BudgetReview.SloBudget;
import dev.burnline.report.Ledger;
import dev.burnline.report.Report;
import dev.burnline.report.ReportJson;
import dev.burnline.report.WeeklySummary.DayOutcome;
import dev.burnline.report.WeeklySummary.SloWeek;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reviews count in the unit of the SLO's budgeting method. On 2026-11-22 there is one good request
 * a minute, and one bad beside it in each minute from 10:00 to 10:59.
 */
class ReviewUnitsTest {

  private static final long RATIO_SLICE = 1_000_000_000;

  @TempDir private Path folder;

  @BeforeEach
  void logs() throws IOException {
    StringBuilder failed = new StringBuilder();
    for (int minute = 0; minute < 60; minute++) {
      failed.append(
          """
          {"timestamp":"2026-11-22T10:%02d:30Z","service":"chat","status":"error"}
          """
              .formatted(minute));
    }
    Path logs = Files.createDirectories(folder.resolve("logs"));
    Files.write(logs.resolve("app.log"), MinimalLog.day(1440, "success"));
    Files.writeString(logs.resolve("app.log.1"), failed);
    Files.writeString(
        folder.resolve("slo.yaml"),
        slo("slices", "Timeslices", "timeSliceTarget: 0.9, timeSliceWindow: 5m", "{duration: 7d}")
            + "---\n"
            + slo(
                "month",
                "RatioTimeslices",
                "timeSliceWindow: 5m",
                "{duration: 1M, isRolling: false,"
                    + " calendar: {startTime: '2026-01-01 00:00:00', timeZone: Europe/Berlin}}"),
        UTF_8);
  }

  private static String slo(String name, String method, String slices, String window) {
    return """
    apiVersion: openslo/v1
    kind: SLO
    metadata: {name: %s}
    spec:
      service: chat
      indicator:
        metadata: {name: %s}
        spec:
          ratioMetric:
            good: {metricSource: {type: burnline, spec: {where: "status = 'success'"}}}
            total: {metricSource: {type: burnline, spec: {where: "status is not null"}}}
      timeWindow: [%s]
      budgetingMethod: %s
      objectives: [{target: 0.99, %s}]
    """
        .formatted(name, name, window.replace("7d}", "7d, isRolling: true}"), method, slices);
  }

  @Test
  void a_budget_review_counts_slices_and_finds_their_incident() throws IOException {
    Report report = report("budget");

    assertThat(report.window().start())
        .as("the month in Berlin, from its start")
        .hasToString("2026-10-31T23:00:00Z");
    var budgets = report.budgetReview();
    assertThat(budgets).isNotNull();
    SloBudget slices = budgets.services().get(0).slos().get(0);
    assertThat(slices.ledger().bad()).isEqualTo(12);
    assertThat(slices.budget()).isEqualTo(2.88);
    // At 10:10 two of twelve slices are bad: 16.7 times, above 0.08 * 168 h / 1 h. At 11:30 the
    // last bad slice leaves the half hour of the pair of six hours.
    assertThat(slices.ledger().incidents())
        .extracting(Ledger.Entry::label)
        .contains("page 2026-11-22T10:10:00Z/2026-11-22T11:30:00Z");
    assertThat(slices.postMortemRequired()).isTrue();
    assertThat(slices.days().get(slices.days().size() - 1).bad()).isEqualTo(12);

    SloBudget month = budgets.services().get(0).slos().get(1);
    assertThat(month.ledger().bad()).isEqualTo(12 * RATIO_SLICE / 2);
    assertThat(month.budget())
        .as("of 30 days, of which 22 and an hour have passed")
        .isEqualTo(2.88 * RATIO_SLICE * (30 * 24) / (22 * 24 + 1));
    assertThat(month.days()).hasSize(23);
    assertThat(report.alerts()).extracting(alert -> alert.slo()).contains("slices", "month");
  }

  @Test
  void a_week_counts_slices_of_each_day() throws IOException {
    Report report = report("weekly");

    var weekly = report.weekly();
    assertThat(weekly).isNotNull();
    SloWeek slices = weekly.services().get(0).slos().get(0);
    assertThat(slices.days().get(6).outcome()).isEqualTo(DayOutcome.MISSED);
    assertThat(slices.days().get(6).bad()).isEqualTo(12);
    assertThat(slices.days().get(6).total()).isEqualTo(288);
    assertThat(slices.spend().get(4).budgetShare()).isEqualTo(12 / 2.88);
    assertThat(weekly.services().get(0).slos().get(1).days().get(6).bad())
        .isEqualTo(6 * RATIO_SLICE);
    assertThat(report.alerts()).isNotEmpty();
  }

  private Report report(String command) throws IOException {
    BurnlineRun run =
        BurnlineRun.of(
            folder,
            command,
            "--logs",
            folder.resolve("logs").toString(),
            "--slo",
            folder.resolve("slo.yaml").toString(),
            "--store",
            folder.resolve("store").toString(),
            "--out",
            folder.resolve(command).toString());
    assertThat(run.err()).isEmpty();
    return ReportJson.read(folder.resolve(command).resolve("report.json"));
  }
}
