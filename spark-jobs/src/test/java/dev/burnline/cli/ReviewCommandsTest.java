package dev.burnline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.report.Report;
import dev.burnline.report.ReportJson;
import dev.burnline.report.WeeklySummary.NightState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code burnline weekly} and {@code burnline budget}. The log's one day is Sunday of W47. */
class ReviewCommandsTest {

  @TempDir private Path folder;

  @Test
  void the_last_complete_week_is_reported() throws IOException {
    log("success", 1200);

    BurnlineRun run = run("weekly", "reports/weekly", "--logs", logs());

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("MET  weekly 2026-W47 (UTC)  1,200 requests\n")
        .contains(
            "  days chat llm-availability:"
                + " NO_DATA NO_DATA NO_DATA NO_DATA NO_DATA NO_DATA MET\n");
    Report report = report("reports/weekly");
    assertThat(report.window().start()).hasToString("2026-11-16T00:00:00Z");
    assertThat(report.weekly()).isNotNull();
    assertThat(report.budgetReview()).isNull();
  }

  @Test
  void budgets_are_reviewed_at_the_end_of_the_last_complete_day() throws IOException {
    log("error", 100);

    BurnlineRun run = run("budget", "out", "--logs", logs(), "--fail-on", "missed");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out())
        .startsWith("MISSED  budget 2026-11-22 (UTC)  100 requests\n")
        .contains("  due  chat llm-availability: freeze releases\n");
    assertThat(report("out").budgetReview()).isNotNull();
    assertThat(report("out").weekly()).isNull();
  }

  @Test
  void the_store_is_enough_when_the_logs_are_gone() throws IOException {
    log("success", 100);
    assertThat(run("weekly", "first", "--logs", logs()).exitCode()).isZero();
    Files.delete(folder.resolve("logs/app.log"));

    BurnlineRun weekly = run("weekly", "weekly");
    BurnlineRun budget = run("budget", "budget");

    assertThat(weekly.err() + budget.err()).isEmpty();
    assertThat(weekly.exitCode()).isZero();
    assertThat(weekly.out()).startsWith("MET  weekly 2026-W47 (UTC)  100 requests\n");
    assertThat(report("weekly").services()).isEqualTo(report("first").services());
    assertThat(budget.out()).startsWith("MET  budget 2026-11-22 (UTC)  100 requests\n");
  }

  @Test
  void a_path_that_leads_to_nothing_makes_it_incomplete_as_in_a_nightly_report()
      throws IOException {
    log("success", 100);
    assertThat(run("weekly", "out", "--logs", logs()).exitCode()).isZero();
    String gone = folder.resolve("gone").toString();

    BurnlineRun run = run("weekly", "out", "--logs", logs(), gone);

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).isEqualTo("burnline: %s: no such log file or folder\n".formatted(gone));
    assertThat(run.out()).startsWith("INCOMPLETE  weekly 2026-W47 (UTC)  100 requests\n");
  }

  @Test
  void without_logs_an_empty_store_is_named() {
    BurnlineRun run = run("budget", "out");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            "burnline: the store %s is empty, and there is no --logs to read\n"
                .formatted(folder.resolve("store")));
  }

  @Test
  void a_first_week_is_reported_as_far_as_it_goes() throws IOException {
    log("success", 100);
    Path log = folder.resolve("logs/app.log");
    Files.writeString(log, Files.readString(log).replace("2026-11-22", "2026-11-18"));

    BurnlineRun run = run("weekly", "out", "--logs", logs());

    assertThat(run.out()).startsWith("MET  weekly 2026-W47 (UTC)  100 requests\n");
    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            "burnline: no week is complete in the logs yet: 2026-W47 is reported as far as it"
                + " goes\n");
  }

  @ParameterizedTest
  @CsvSource({
    "weekly, --week, 2026-W50, 2026-12-13",
    "budget, --as-of, 2027-11-22, 2027-11-22",
    "nightly, --date, 2027-11-22, 2027-11-22"
  })
  void a_time_that_the_logs_do_not_reach_is_said(
      String command, String option, String time, String lastDay) throws IOException {
    log("success", 100);

    BurnlineRun run = run(command, "out", "--logs", logs(), option, time);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("NO_DATA  %s %s (UTC)  0 requests\n".formatted(command, time));
    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            "burnline: the logs end at 2026-11-22T23:59:00Z, before %s begins, the last day of this report\n"
                .formatted(lastDay));
    assertThat(folder.resolve("out/report.html")).content(UTF_8).contains("the logs end at ");
    assertThat(folder.resolve("out/report.eml")).exists();
  }

  @ParameterizedTest
  @CsvSource({
    "weekly, --week, 2025-W01",
    "budget, --as-of, 2026-09-01",
    "nightly, --date, 2026-09-01"
  })
  void a_time_before_the_logs_is_said(String command, String option, String time)
      throws IOException {
    log("success", 100);

    BurnlineRun run = run(command, "out", "--logs", logs(), option, time);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("NO_DATA  ");
    assertThat(run.err())
        .containsPattern(
            "burnline: the logs begin at 2026-\\d\\d-\\d\\dT.*Z, after this report ends");
  }

  @Test
  void nightly_reports_beside_it_are_looked_at() throws IOException {
    log("success", 100);
    run("nightly", "reports/nightly-2026-11-22", "--logs", logs());

    run("weekly", "reports/weekly-2026-W47", "--logs", logs());

    var weekly = report("reports/weekly-2026-W47").weekly();
    assertThat(weekly).isNotNull();
    assertThat(weekly.nights()).hasSize(7);
    assertThat(weekly.nights().get(5).state()).isEqualTo(NightState.MISSING);
    assertThat(weekly.nights().get(6).state()).isEqualTo(NightState.REPORTED);
  }

  @Test
  void a_named_week_without_lines_has_no_data() throws IOException {
    log("success", 100);

    BurnlineRun run = run("weekly", "out", "--logs", logs(), "--week", "2026-W40");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("NO_DATA  weekly 2026-W40 (UTC)  0 requests\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "weekly | --week  | 2026-47    | Invalid value for option '--week': '2026-47' is not an ISO"
            + " week like 2026-W47",
        "weekly | --week  | 2026-W60   | Invalid value for option '--week': '2026-W60' is not an"
            + " ISO week like 2026-W47",
        "weekly | --week  | 2025-W53   | Invalid value for option '--week': '2025-W53' is not an"
            + " ISO week like 2026-W47",
        "weekly | --week  | 9999-W01   | Invalid value for option '--week': '9999-W01' is not"
            + " within the years 1970 to 5999",
        "budget | --as-of | 2026-02-30 | Invalid value for option '--as-of': '2026-02-30' is not a"
            + " date like 2026-11-22",
      })
  void a_wrong_value_is_refused(String command, String option, String value, String message) {
    BurnlineRun run = BurnlineRun.of(folder, command, option, value);

    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            "burnline: %s\nTry 'burnline %s --help'.\n".formatted(message, command));
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void help_has_examples() {
    assertThat(BurnlineRun.of(folder, "weekly", "--help").out())
        .contains("--week=WEEK", "Examples:", "burnline weekly --store", "--out=DIR");
    assertThat(BurnlineRun.of(folder, "budget", "--help").out())
        .contains("--as-of=DATE", "Examples:", "burnline budget --store");
  }

  private Report report(String out) throws IOException {
    return ReportJson.read(folder.resolve(out).resolve("report.json"));
  }

  private String logs() {
    return folder.resolve("logs").toString();
  }

  private void log(String status, int requests) throws IOException {
    Path logs = Files.createDirectories(folder.resolve("logs"));
    Files.writeString(logs.resolve("app.log"), new String(MinimalLog.day(requests, status), UTF_8));
  }

  private BurnlineRun run(String command, String out, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command));
    Path slo =
        Path.of(System.getProperty("burnline.root"), "spark-jobs/src/test/slo/reference.yaml");
    arguments.addAll(List.of("--slo", slo.toString()));
    arguments.addAll(List.of("--store", folder.resolve("store").toString()));
    arguments.addAll(List.of("--out", folder.resolve(out).toString()));
    arguments.addAll(List.of(more));
    return BurnlineRun.of(folder, arguments.toArray(String[]::new));
  }
}
