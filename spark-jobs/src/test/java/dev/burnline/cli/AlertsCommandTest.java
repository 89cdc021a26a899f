package dev.burnline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day with a request a minute; 12:00 to 12:59 all of them fail. The pair of 6 h and 30 min pages
 * longest: its short lookback has a failure until 13:30.
 */
class AlertsCommandTest {

  private static final Instant MIDNIGHT = Instant.parse("2026-11-22T00:00:00Z");
  private static final int NOON = 720;

  @TempDir private Path folder;

  @BeforeEach
  void writeLog() throws IOException {
    log("chat");
  }

  private void log(String service) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int minute = 0; minute < 1440; minute++) {
      boolean bad = minute >= NOON && minute < NOON + 60;
      lines.append(
          """
          {"timestamp":"%s","service":"%s","status":"%s","duration_ms":500}
          """
              .formatted(MIDNIGHT.plusSeconds(60L * minute), service, bad ? "error" : "success"));
    }
    Files.writeString(folder.resolve("app.log"), lines, UTF_8);
  }

  private BurnlineRun run(String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--slo", BurnlineRun.REFERENCE_SLO_FILE.toString()));
    all.addAll(List.of("--logs", folder.resolve("app.log").toString()));
    all.addAll(List.of("--store", folder.resolve("store").toString()));
    return BurnlineRun.of(folder, all.toArray(String[]::new));
  }

  @Test
  void an_alert_fires_from_the_first_failure_on() throws IOException {
    BurnlineRun before = run("alerts", "--at", "2026-11-22T12:00:30Z");
    BurnlineRun first = run("alerts", "--at", "2026-11-22T12:01Z", "--json");

    assertThat(before.exitCode()).isZero();
    assertThat(before.out())
        .isEqualTo("0 firing, 0 resolved, 1 services at 2026-11-22T12:00:00Z\n");
    assertThat(first.exitCode()).isZero();
    JsonNode page = alert(first, "page");
    assertThat(page.get("slo").asText()).isEqualTo("llm-availability");
    assertThat(page.get("state").asText()).isEqualTo("firing");
    assertThat(page.get("starts_at").asText()).isEqualTo("2026-11-22T12:01:00Z");
    assertThat(page.get("ends_at").isNull()).isTrue();
    assertThat(page.get("long_window").asText()).isEqualTo("1h");
    assertThat(page.get("burn_short").asDouble()).isEqualTo(200);
  }

  @Test
  void a_resolved_alert_is_listed_for_as_long_as_is_asked() {
    BurnlineRun shortly = run("alerts", "--at", "2026-11-22T13:35Z");
    BurnlineRun later = run("alerts", "--at", "2026-11-22T13:50Z");
    BurnlineRun longer = run("alerts", "--at", "2026-11-22T13:50Z", "--resolved-within", "1h");

    String page =
        "resolved  page    chat  llm-availability  SLOBudgetBurn  since 2026-11-22T12:01:00Z until"
            + " 2026-11-22T13:30:00Z";
    assertThat(shortly.out()).contains(page);
    assertThat(later.out()).doesNotContain("page").contains("firing    ticket");
    assertThat(longer.out()).contains(page);
  }

  @Test
  void the_default_minute_is_the_last_one_of_the_logs() {
    assertThat(run("alerts").out()).endsWith(" services at 2026-11-22T23:59:00Z\n");
  }

  @Test
  void a_backtest_counts_what_would_have_paged() throws IOException {
    BurnlineRun text = run("slo", "backtest", "--from", "2026-11-22", "--to", "2026-11-22");
    BurnlineRun json =
        run("slo", "backtest", "--from", "2026-11-22", "--to", "2026-11-22", "--format", "json");

    assertThat(text.exitCode()).isZero();
    assertThat(text.out())
        .startsWith("2026-11-22T00:00:00Z to 2026-11-23T00:00:00Z (UTC)\n")
        .contains("chat  llm-availability  page SLOBudgetBurn: 1, 7.0 a week\n")
        .contains("chat  llm-latency  page SLOBudgetBurn: 0, 0.0 a week\n");
    JsonNode page = new ObjectMapper().readTree(json.out()).at("/slos/0");
    assertThat(page.get("episodes").asInt()).isEqualTo(1);
    assertThat(page.get("episodes_per_week").asDouble()).isEqualTo(7.0);
    assertThat(page.at("/alerts/0/ends_at").asText()).isEqualTo("2026-11-22T13:30:00Z");
  }

  @Test
  void episodes_a_week_are_of_the_days_that_have_logs() throws IOException {
    BurnlineRun early = run("slo", "backtest", "--from", "2026-11-16", "--to", "2026-11-22");
    BurnlineRun late =
        run("slo", "backtest", "--from", "2026-11-22", "--to", "2026-11-24", "--format", "json");

    assertThat(early.exitCode()).isZero();
    assertThat(early.out())
        .startsWith(
            """
            2026-11-16T00:00:00Z to 2026-11-23T00:00:00Z (UTC)
            episodes a week are of 1.0 days, from the first to the last log line: 2026-11-22T00:00:00Z to 2026-11-23T00:00:00Z
            """)
        .contains("chat  llm-availability  page SLOBudgetBurn: 1, 7.0 a week\n");
    assertThat(early.err())
        .isEqualTo(
            "burnline: the logs begin at 2026-11-22T00:00:00Z, after 2026-11-16 ends, the first day"
                + " of this backtest\n");
    JsonNode found = new ObjectMapper().readTree(late.out());
    assertThat(found.at("/slos/0/episodes_per_week").asDouble()).isEqualTo(7.0);
    JsonNode stale = found.at("/slos/2");
    assertThat(stale.get("alertname").asText()).isEqualTo("SLODataStale");
    assertThat(stale.get("episodes").asInt()).isEqualTo(1);
    assertThat(stale.get("episodes_per_week").isNull()).as("there are no logs").isTrue();
    assertThat(found.get("logs_start").asText()).isEqualTo("2026-11-22T00:00:00Z");
    assertThat(found.get("logs_end").asText()).isEqualTo("2026-11-23T00:00:00Z");
    assertThat(late.err())
        .isEqualTo(
            "burnline: the logs end at 2026-11-22T23:59:00Z, before 2026-11-24 begins, the last day"
                + " of this backtest\n");
  }

  @Test
  void a_backtest_of_days_without_logs_says_which_there_are() {
    BurnlineRun before = run("slo", "backtest", "--from", "2026-11-01", "--to", "2026-11-21");
    BurnlineRun after = run("slo", "backtest", "--from", "2026-11-23", "--to", "2026-11-24");

    for (BurnlineRun run : List.of(before, after)) {
      assertThat(run.exitCode()).isEqualTo(3);
      assertThat(run.out()).isEmpty();
    }
    assertThat(before.err())
        .isEqualTo(
            "burnline: there are no logs of 2026-11-01 to 2026-11-21 (UTC): they begin at"
                + " 2026-11-22T00:00:00Z and end at 2026-11-22T23:59:00Z\n");
    assertThat(after.err()).contains("there are no logs of 2026-11-23 to 2026-11-24 (UTC): ");
  }

  @Test
  void a_backtest_of_no_day_is_refused() {
    BurnlineRun run = run("slo", "backtest", "--from", "2026-11-22", "--to", "2026-11-21");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            """
            burnline: --to 2026-11-21 is before --from 2026-11-22
            Try 'burnline slo backtest --help'.
            """);
  }

  @Test
  void a_service_cannot_steer_the_terminal_by_its_name() throws IOException {
    log("evil\\u001b[2J\\u202e");

    BurnlineRun run = run("alerts", "--at", "2026-11-22T12:30Z");

    assertThat(run.out()).contains("  evil?[2J?  ").doesNotContain("\u001b", "\u202e");
  }

  @Test
  void json_cannot_steer_the_terminal_either_and_stays_readable() throws IOException {
    log("聊天 \\u202e\\u2028\\u2029\\u007f\\u009b2J\\udb40\\udc41\\ud83d\\ude00");
    String name = "聊天 \u202e\u2028\u2029\u007f\u009b2J\udb40\udc41\ud83d\ude00";

    BurnlineRun alerts = run("alerts", "--at", "2026-11-22T12:30Z", "--json");
    BurnlineRun backtest =
        run("slo", "backtest", "--from", "2026-11-22", "--to", "2026-11-22", "--format", "json");

    for (BurnlineRun run : List.of(alerts, backtest)) {
      assertThat(run.out())
          .contains("聊天 \\u202e\\u2028\\u2029\\u007f\\u009b2J\\udb40\\udc41\ud83d\ude00\"")
          .doesNotContain("\u202e", "\u2028", "\u2029", "\u007f", "\u009b", "\udb40\udc41");
    }
    assertThat(alert(alerts, "page").get("service").asText()).isEqualTo(name);
    assertThat(new ObjectMapper().readTree(backtest.out()).at("/slos/0/service").asText())
        .isEqualTo(name);
  }

  private static JsonNode alert(BurnlineRun run, String severity) throws IOException {
    for (JsonNode alert : new ObjectMapper().readTree(run.out()).get("alerts")) {
      if (alert.get("severity").asText().equals(severity)) {
        return alert;
      }
    }
    throw new AssertionError("no %s in %s".formatted(severity, run.out()));
  }
}
