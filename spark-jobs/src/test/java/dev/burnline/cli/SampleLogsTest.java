package dev.burnline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.burnline.oracle.BruteForceReport;
import dev.burnline.oracle.DefaultDate;
import dev.burnline.oracle.OracleSlo;
import dev.burnline.oracle.ReportDifference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first command of a newcomer: {@code burnline nightly} on what is in the repository. */
class SampleLogsTest {

  private static final Path ROOT = Path.of(System.getProperty("burnline.root"));
  private static final Path LOGS = ROOT.resolve("sample-logs/logs");
  private static final ZoneId UTC = ZoneId.of("UTC");

  private static BurnlineRun run;
  private static String report;

  @BeforeAll
  static void runWithDefaults(@TempDir Path work) throws IOException {
    Path out = work.resolve("out");
    run =
        BurnlineRun.of(
            ROOT,
            "nightly",
            "--logs",
            LOGS.toString(),
            "--store",
            work.resolve("store").toString(),
            "--out",
            out.toString());
    report = Files.readString(out.resolve("report.json"));
  }

  @Test
  void is_about_the_last_complete_day_and_two_services() throws IOException {
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(" nightly 2026-11-22 (UTC) ")
        .contains("  DeepSeek-R1-Distill-Qwen-1.5B  ")
        .contains("  Qwen2.5-7B-Instruct  ");
    assertThat(json().path("services")).hasSize(2);
    assertThat(DefaultDate.of(List.of(LOGS), UTC)).contains(LocalDate.parse("2026-11-22"));
  }

  @Test
  void agrees_with_the_brute_force_on_every_figure() throws IOException {
    JsonNode expected =
        new BruteForceReport(
                List.of(LOGS),
                LocalDate.parse("2026-11-22"),
                UTC,
                List.of(
                    shownAs("Availability", OracleSlo.availability999()),
                    shownAs("Latency", OracleSlo.latency95Within10s())),
                Map.of(
                    "p95_latency_ms", 15000.0,
                    "output_throughput_tps", 20.0,
                    "mean_input_tokens", 1024.0,
                    "error_rate", 0.05,
                    "gpu_memory_used_ratio", 0.9))
            .expected();

    assertThat(ReportDifference.between(expected, json())).isEmpty();
  }

  @Test
  void is_valid_against_the_schema_of_reports() throws IOException {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(ROOT.resolve("report-templates/report.schema.json")));

    assertThat(schema.validate(report, InputFormat.JSON)).isEmpty();
  }

  private static JsonNode json() throws IOException {
    return new ObjectMapper().readTree(report);
  }

  private static OracleSlo shownAs(String displayName, OracleSlo slo) {
    return new OracleSlo(
        slo.name(),
        displayName,
        slo.service(),
        slo.target(),
        slo.windowDays(),
        slo.total(),
        slo.good());
  }
}
