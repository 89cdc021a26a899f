package dev.burnline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.burnline.report.BudgetReview.SloBudget;
import dev.burnline.report.Ledger;
import dev.burnline.report.Report;
import dev.burnline.report.ReportJson;
import dev.burnline.report.SloReport;
import dev.burnline.report.Verdict;
import dev.burnline.report.WeeklySummary.DayOutcome;
import dev.burnline.report.WeeklySummary.SloWeek;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  void a_budget_review_counts_slices_and_requires_a_post_mortem() throws IOException {
    Report report = report("budget");

    assertThat(report.window().start())
        .as("the month in Berlin, from its start")
        .hasToString("2026-10-31T23:00:00Z");
    var budgets = report.budgetReview();
    assertThat(budgets).isNotNull();
    SloBudget slices = budgets.services().get(0).slos().get(0);
    assertThat(slices.budget()).isEqualTo(2.88);
    assertThat(slices.postMortemRequired()).isTrue();
    assertThat(slices.days().get(slices.days().size() - 1).bad()).isEqualTo(12);

    SloBudget month = budgets.services().get(0).slos().get(1);
    assertThat(month.budget())
        .as("of 30 days, of which 22 and an hour have passed")
        .isEqualTo(2.88 * RATIO_SLICE * (30 * 24) / (22 * 24 + 1));
    assertThat(month.days()).hasSize(23);
    assertThat(report.alerts()).extracting(alert -> alert.slo()).contains("slices", "month");
  }

  @Test
  void the_line_of_a_review_has_the_indicator_of_the_window_of_its_slo() throws IOException {
    // Of the month, which the report is about, and not of the seven days.
    Files.writeString(
        folder.resolve("logs/app.log.2"),
        """
        {"timestamp":"2026-11-10T10:00:30Z","service":"chat","status":"error"}
        """);

    BurnlineRun run = run("budget");

    // 276 of 288 slices; with that of the month it were 95.50 %.
    assertThat(run.out()).contains("  slices               window 95.83 % of 99 %  7d budget left");
  }

  @Test
  void an_outage_before_the_window_of_an_slo_does_not_miss_it_for_the_longer_one_of_another()
      throws IOException {
    String today = new String(MinimalLog.day(1440, "success"), UTF_8);
    Files.writeString(folder.resolve("logs/app.log.2"), today.replace("2026-11-22", "2026-11-23"));
    Files.writeString(
        folder.resolve("slo.yaml"),
        slo("day", "Occurrences", "", "{duration: 1d, isRolling: true}").replace(", }", "}")
            + "---\n"
            + slo("week", "Occurrences", "", "{duration: 7d}")
                .replace(", }", "}")
                .replace("0.99", "0.5"));

    Report report = report("budget");

    assertThat(report.window().end()).hasToString("2026-11-24T00:00:00Z");
    List<SloReport> slos = report.services().get(0).slos();
    assertThat(slos.get(0).period()).isEqualTo(new SloReport.Period(1440, 1440, 0, 1.0));
    assertThat(slos.get(1).period()).isEqualTo(new SloReport.Period(2880, 2940, 60, 2880 / 2940d));
    assertThat(report.verdict()).isEqualTo(Verdict.MET);
    assertThat(Files.readString(folder.resolve("budget/slos.csv")))
        .as("the time that the period is of")
        .contains(
            "\"Occurrences\",\"2026-11-23T00:00:00Z\",\"2026-11-24T00:00:00Z\",\"1440\",\"1440\",")
        .contains(
            "\"Occurrences\",\"2026-11-17T00:00:00Z\",\"2026-11-24T00:00:00Z\",\"2880\",\"2940\",");
  }

  /** The sixty bad requests spent twelve slices: all of them, or half of each. */
  @Test
  void a_ledger_counts_requests_and_shares_the_budget_in_slices() throws IOException {
    List<SloReport> slos = report("budget").services().get(0).slos();

    // At 10:10 two of twelve slices are bad: 16.7 times, above 0.08 * 168 h / 1 h. At 11:30 the
    // last bad slice leaves the half hour of the pair of six hours.
    assertThat(allSpent(slos.get(0), 12 / 2.88))
        .isEqualTo("page 2026-11-22T10:10:00Z/2026-11-22T11:30:00Z");
    // Six slices' worth is spent, of a budget that is projected to the end of November.
    assertThat(allSpent(slos.get(1), 6 / 2.88 * (22 * 24 + 1) / (30 * 24)))
        .startsWith("page 2026-11-22T10:");
  }

  /** Returns the label of the one incident that spent all, of which nothing else is known. */
  private static String allSpent(SloReport slo, double budgetShare) {
    Ledger ledger = slo.ledger();
    assertThat(ledger).isNotNull();
    assertThat(ledger.bad()).isEqualTo(60);
    for (var entries :
        List.of(ledger.incidents(), ledger.errorTypes(), ledger.models(), ledger.promptSizes())) {
      assertThat(entries).hasSize(1);
      assertThat(entries.get(0).bad()).isEqualTo(60);
      assertThat(entries.get(0).share()).isEqualTo(1);
      assertThat(entries.get(0).budgetShare()).isCloseTo(budgetShare, offset(1e-9));
    }
    for (var entries : List.of(ledger.errorTypes(), ledger.models(), ledger.promptSizes())) {
      assertThat(entries.get(0).label()).isEqualTo(Ledger.REST);
    }
    return ledger.incidents().get(0).label();
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
    assertThat(run(command).err()).isEmpty();
    return ReportJson.read(folder.resolve(command).resolve("report.json"));
  }

  private BurnlineRun run(String command) {
    return BurnlineRun.of(
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
  }
}
