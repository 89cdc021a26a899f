package dev.burnline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an SLO has come to in a store. */
class SloExplainCommandTest {

  private static final Path HOME = Path.of(System.getProperty("burnline.root"));

  @TempDir private Path folder;

  private BurnlineRun explain(String... arguments) {
    String[] all = new String[arguments.length + 5];
    System.arraycopy(
        new String[] {"slo", "explain", "llm-availability", "--store", store()}, 0, all, 0, 5);
    System.arraycopy(arguments, 0, all, 5, arguments.length);
    return BurnlineRun.of(HOME, all);
  }

  private String store() {
    return folder.resolve("store").toString();
  }

  @Test
  void budget_and_burn_are_told_for_logs_and_again_from_the_store_alone() throws IOException {
    Path log = Files.write(folder.resolve("app.log"), MinimalLog.day(1440, "success"));
    Files.write(log, MinimalLog.day(24, "error"), StandardOpenOption.APPEND);
    Files.write(log, MinimalLog.day(1, "success", "other"), StandardOpenOption.APPEND);

    BurnlineRun read = explain("--logs", log.toString());
    BurnlineRun stored = explain();

    assertThat(read.exitCode()).isZero();
    assertThat(read.err()).isEmpty();
    assertThat(stored).isEqualTo(read);
    assertThat(read.out())
        .contains(
            """
            chat at 2026-11-23T00:00:00Z
              window    2026-10-24T00:00:00Z to 2026-11-23T00:00:00Z
              requests  1,464 valid, 24 of them bad, 98.36066 % good
              budget    1.5 bad ones are allowed, 1639.3 % of it is consumed
                        overspent by 22.5 bad requests, or 11.08 hours without a single good one
            """)
        .contains(
            "  last 1d   burns 16.39 times as fast as it may: a full budget lasts 43.92 hours\n")
        .contains("  forecast  used up\n")
        .contains(
            "  alerts    SLOBudgetBurn ticket fires since 2026-11-22T01:00:00Z, SLOBudgetBurn page"
                + " fires since 2026-11-23T00:00:00Z\n")
        .contains("\nother at 2026-11-23T00:00:00Z\n")
        .contains(
            "  warning   low traffic: with 1 request in the last 1h a single further failure fires"
                + " page 1h/5m\n");
  }

  @Test
  void an_earlier_minute_and_one_service_can_be_looked_at() throws IOException {
    Path log = Files.write(folder.resolve("app.log"), MinimalLog.day(1440, "success"));

    BurnlineRun run =
        explain("--logs", log.toString(), "--at", "2026-11-22T12:00Z", "--service", "chat");
    BurnlineRun before = explain("--at", "2026-11-21T12:00Z");
    BurnlineRun unknown = explain("--service", "chaat");

    assertThat(run.out())
        .contains("\nchat at 2026-11-22T12:00:00Z\n")
        .containsPattern("  requests  7\\d\\d valid, 0 of them bad, 100 % good\n")
        .contains("  last 1d   burns nothing\n")
        .contains("  alerts    none fires\n");
    assertThat(before.out()).endsWith("  no data: no valid request is in the window\n");
    assertThat(unknown.out()).endsWith("  no data: no valid request is in the window\n");
  }

  @Test
  void a_calendar_window_is_as_long_as_it_is_at_that_minute() throws IOException {
    Path log = Files.write(folder.resolve("app.log"), MinimalLog.day(1440, "error"));

    BurnlineRun run = explain("--slo", monthly("Occurrences").toString(), "--logs", log.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("  window    2026-11-01T00:00:00Z to 2026-12-01T00:00:00Z\n")
        .contains(
            "  length    all this is about a window of 30 days; others of the calendar differ")
        .contains(": 43.2 minutes without a single good one use it up\n")
        // 30 days of November over a burn rate of 1000, not the 28 of February.
        .contains(
            "  last 1d   burns 1000 times as fast as it may: a full budget lasts 43.2 minutes");
  }

  @Test
  void without_data_a_calendar_window_is_the_one_asked_for() throws IOException {
    String file = monthly("Occurrences").toString();

    BurnlineRun first = BurnlineRun.of(HOME, "slo", "explain", "llm-availability", "--slo", file);
    BurnlineRun march =
        BurnlineRun.of(
            HOME, "slo", "explain", "llm-availability", "--slo", file, "--at", "2026-03-10T00:00Z");

    // A thousandth of 28 and of 31 days.
    assertThat(first.out())
        .contains("a window of 28 days; others of the calendar differ (--at)\n")
        .contains(": 40.32 minutes without");
    assertThat(march.exitCode()).isZero();
    assertThat(march.out()).contains("a window of 31 days;").contains(": 44.64 minutes without");
  }

  @Test
  void slices_are_not_called_requests() throws IOException {
    Path log = Files.write(folder.resolve("app.log"), MinimalLog.day(1440, "success"));

    BurnlineRun run = explain("--slo", monthly("Timeslices").toString(), "--logs", log.toString());

    assertThat(run.out()).contains("  slices    288 valid, 0 of them bad, 100 % good\n");
  }

  @Test
  void slices_that_are_missing_are_not_called_requests_either() throws IOException {
    Path log = Files.write(folder.resolve("app.log"), MinimalLog.day(1440, "success"));
    String file = monthly("Timeslices").toString();

    BurnlineRun earlier =
        explain("--slo", file, "--logs", log.toString(), "--at", "2026-10-22T12:00Z");
    BurnlineRun later = explain("--slo", file, "--at", "2026-11-24T12:00Z");

    assertThat(earlier.out()).endsWith("  no data: no valid slice is in the window\n");
    assertThat(later.out())
        .contains("  slices    288 valid, 0 of them bad, 100 % good\n")
        .contains("  last 1d   no valid slice\n");
  }

  private Path monthly(String method) throws IOException {
    return Files.writeString(
        folder.resolve("monthly.yaml"),
        Files.readString(HOME.resolve("sample-logs/slo.yaml"))
            .replace("isRolling: true", "calendar: {startTime: 2026-02-01 00:00:00, timeZone: UTC}")
            .replace("duration: 30d", "duration: 1M")
            .replaceFirst("budgetingMethod: Occurrences", "budgetingMethod: " + method)
            .replace(
                "target: 0.999",
                method.equals("Occurrences")
                    ? "target: 0.999"
                    : "target: 0.999\n      timeSliceTarget: 0.95\n      timeSliceWindow: 5m"));
  }

  @Test
  void rollups_that_are_older_than_the_slo_are_told_of() throws IOException {
    Path log = Files.write(folder.resolve("app.log"), MinimalLog.day(10, "success"));
    explain("--logs", log.toString());
    Path newer =
        Files.writeString(
            folder.resolve("slo.yaml"),
            Files.readString(HOME.resolve("sample-logs/slo.yaml"))
                .replace("status = 'success'", "status = 'fine'"));

    BurnlineRun run = explain("--slo", newer.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .isEqualTo(
            "burnline: 1 of 1 rollups were made before this SLO and are not in the figures; with"
                + " --logs the logs that still exist are counted again, and reports estimate the"
                + " rest\n");
    assertThat(run.out())
        .endsWith(
            "Nothing of this SLO is counted in the store: its logs were read before there was the"
                + " SLO.\n");
  }

  @Test
  void an_empty_store_cannot_be_read() {
    BurnlineRun run = explain();

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .isEqualTo("burnline: there is nothing in the store %s\n".formatted(store()));
  }
}
