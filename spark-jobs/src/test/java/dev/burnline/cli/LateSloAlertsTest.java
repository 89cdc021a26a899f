package dev.burnline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Alerts of an SLO that came after a day's log had been read. Durations are 500 to 1476 ms; which
 * of those in the bucket of the new limit are good, the store does not know.
 */
class LateSloAlertsTest {

  private static final String BOUNDS = "[\\d,]+ to [\\d,]+ good events of 20,000 to 20,000";

  @TempDir private Path folder;

  @BeforeEach
  void readBeforeThereIsTheSlo() throws IOException {
    Files.write(folder.resolve("app.log"), MinimalLog.day(20_000, "success"));
    slos("30d");
    BurnlineRun.of(
        folder,
        "crunch",
        "--slo",
        BurnlineRun.REFERENCE_SLO_FILE.toString(),
        "--logs",
        folder.resolve("app.log").toString(),
        "--store",
        folder.resolve("store").toString());
  }

  private void slos(String window) throws IOException {
    Files.writeString(
        folder.resolve("slo.yaml"),
        Files.readString(BurnlineRun.REFERENCE_SLO_FILE)
            .replace("value: 10000", "value: 1001")
            .replace("duration: 30d", "duration: " + window));
  }

  private BurnlineRun run(String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--slo", folder.resolve("slo.yaml").toString()));
    all.addAll(List.of("--store", folder.resolve("store").toString()));
    return BurnlineRun.of(folder, all.toArray(String[]::new));
  }

  private BurnlineRun backtest(String... more) {
    List<String> all = new ArrayList<>(List.of("slo", "backtest", "--from", "2026-11-22"));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  private static void isWide(JsonNode estimate) {
    long least = estimate.get("good_at_least").asLong();
    long most = estimate.get("good_at_most").asLong();
    assertThat(least).isPositive().isLessThan(most);
    assertThat(estimate.get("total_at_least").asLong()).isEqualTo(20_000);
    assertThat(estimate.get("total_at_most").asLong()).isEqualTo(20_000);
    assertThat(estimate.get("reason").asText()).contains("estimated from histograms");
  }

  @Test
  void alerts_say_of_which_slos_the_counts_are_estimates() throws IOException {
    BurnlineRun text = run("alerts", "--at", "2026-11-23T00:00Z");
    BurnlineRun json = run("alerts", "--at", "2026-11-23T00:00Z", "--json");

    assertThat(text.exitCode()).isZero();
    assertThat(text.out())
        .containsPattern(
            "\nestimated  chat  llm-latency  " + BOUNDS + " in all minutes looked at\n.* firing, ")
        .doesNotContain("estimated  chat  llm-availability");
    assertThat(text.err())
        .isEqualTo(
            "burnline: counts of SLO 'llm-latency' are estimates, as logs were read before there"
                + " was the SLO: give --logs, so that those that still exist are read again and the"
                + " counts are exact\n");
    JsonNode estimates = new ObjectMapper().readTree(json.out()).get("estimates");
    assertThat(estimates).hasSize(1);
    assertThat(estimates.at("/0/service").asText()).isEqualTo("chat");
    assertThat(estimates.at("/0/slo").asText()).isEqualTo("llm-latency");
    isWide(estimates.get(0));
    assertThat(json.err()).isEqualTo(text.err());
  }

  @Test
  void a_backtest_says_of_which_slos_the_counts_are_estimates() throws IOException {
    BurnlineRun text = backtest("--to", "2026-11-22");
    BurnlineRun json = backtest("--to", "2026-11-22", "--format", "json");

    assertThat(text.exitCode()).isZero();
    assertThat(text.out())
        .containsPattern(
            "\nchat  llm-latency  page SLOBudgetBurn: \\d+, [\\d.]+ a week  estimated: " + BOUNDS)
        .contains("chat  llm-availability  page SLOBudgetBurn: 0, 0.0 a week\n");
    assertThat(text.err()).contains("counts of SLO 'llm-latency' are estimates").contains("--logs");
    for (JsonNode slo : new ObjectMapper().readTree(json.out()).get("slos")) {
      if (slo.get("slo").asText().equals("llm-latency")) {
        isWide(slo.get("estimate"));
      } else {
        assertThat(slo.get("estimate").isNull()).isTrue();
      }
    }
  }

  @Test
  void estimates_of_days_before_the_slo_window_are_told_as_well() throws IOException {
    slos("1d");
    Files.writeString(
        folder.resolve("later.log"),
        """
        {"timestamp":"2026-11-25T23:59:30Z","service":"chat","status":"success","duration_ms":500}
        """);

    BurnlineRun run =
        backtest("--to", "2026-11-25", "--logs", folder.resolve("later.log").toString());

    assertThat(run.out())
        .containsPattern("\nchat  llm-latency  page .* estimated: [\\d,]+ to [\\d,]+ good events");
    assertThat(run.err())
        .contains("counts of SLO 'llm-latency' are estimates")
        .contains("and are not among --logs");
  }

  @Test
  void nothing_is_said_where_the_logs_are_counted_again() {
    BurnlineRun run =
        backtest("--to", "2026-11-22", "--logs", folder.resolve("app.log").toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("chat  llm-latency  page").doesNotContain("estimated");
  }
}
