package dev.burnline.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportJsonTest {

  static Stream<Report> samples() {
    return Stream.of(
        SampleReports.missed(),
        SampleReports.met(),
        SampleReports.atRisk(),
        SampleReports.exhausted(),
        SampleReports.noData(),
        SampleReports.empty(),
        SampleReports.incomplete(),
        SampleReports.hostile(),
        SampleWeeks.weekly(),
        SampleWeeks.silentWeek(),
        SampleWeeks.hostileWeek(),
        SampleBudgets.budget(),
        SampleBudgets.silentBudget(),
        SampleBudgets.hostileBudget());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readingBackGivesAnEqualReport(Report report) throws IOException {
    assertThat(ReportJson.read(ReportJson.write(report))).isEqualTo(report);
  }

  @Test
  void equalReportsGiveEqualBytes() {
    assertThat(ReportJson.write(SampleReports.missed()))
        .isEqualTo(ReportJson.write(SampleReports.missed()));
  }

  @Test
  void keysAreSnakeCaseAndNullsAreWritten() {
    String json = text(SampleReports.noData());

    assertThat(json)
        .startsWith("{\n  \"schema\": \"burnline.report/1\",\n  \"kind\": \"nightly\",\n")
        .endsWith("}\n")
        .contains("\"zone\": \"UTC\"", "\"verdict\": \"NO_DATA\"", "\"error_rate\": null")
        .contains("\"baseline_7d\": null", "\"throughput_tps\": {", "\"exhaustion_at\": null")
        .contains("\"config_sha256\"", "\"burn_rates\": {\n            \"5m\": null")
        .contains("\"start\": \"2026-11-23T00:00:00Z\"");
    assertThat(text(SampleReports.missed())).contains("\"p999\": 19680.0");
  }

  @Test
  void tablesHaveOneLinePerRow() {
    assertThat(text(SampleReports.met()))
        .contains("\n        { \"minute\": \"2026-11-23T10:00:00Z\", \"requests\": ");
  }

  @Test
  void theShortestFormOfADoubleIsWritten() {
    var slo = SloBuilder.availability().burning(2e-3, 0.1 + 0.2).build();
    var service = ServiceBuilder.aService("x").slos(slo).silent();

    assertThat(text(SampleReports.report(Verdict.MET, service)))
        .contains("\"1h\": 0.002,", "\"1d\": 0.30000000000000004,", "\"objective\": 0.999,");
  }

  @Test
  void aValueThatIsNoNumberIsRefusedByName() {
    var slo = SloBuilder.availability().burning(Double.NaN, 1.0).build();
    var report = SampleReports.report(Verdict.MET, ServiceBuilder.aService("x").slos(slo).silent());

    assertThatThrownBy(() -> ReportJson.write(report))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("5m must be finite, got NaN");
  }

  @Test
  void fieldsOfLaterVersionsAreIgnored() throws IOException {
    String json =
        text(SampleReports.met())
            .replace("\"kind\":", "\"weather\": {\"rain\": [1, 2]},\n  \"kind\":")
            .replace("\"gpus\":", "\"tpus\": 4,\n      \"gpus\":");

    assertThat(ReportJson.read(json.getBytes(UTF_8))).isEqualTo(SampleReports.met());
  }

  @Test
  void aThresholdIsOptionalOnReading() throws IOException {
    String json = text(SampleReports.atRisk()).replace("\"threshold\": null,", "");

    assertThat(ReportJson.read(json.getBytes(UTF_8))).isEqualTo(SampleReports.atRisk());
  }

  @Test
  void anotherSchemaIsRefusedByName(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.json");
    Files.writeString(file, text(SampleReports.met()).replace("report/1", "report/2"));

    assertThatThrownBy(() -> ReportJson.read(file))
        .isInstanceOf(IOException.class)
        .hasMessage("%s: schema must be \"burnline.report/1\", got \"burnline.report/2\"", file);
    assertThatThrownBy(() -> ReportJson.read("{}".getBytes(UTF_8)))
        .hasMessage("report: schema must be \"burnline.report/1\", got none");
  }

  @Test
  void whatIsNoReportIsRefusedWithTheFilesName(@TempDir Path folder) throws IOException {
    Path broken = folder.resolve("broken.json");
    Files.writeString(broken, "{\"schema\": \"burnline.report/1\", ");
    Path bare = folder.resolve("bare.json");
    Files.writeString(bare, "{\"schema\": \"burnline.report/1\"}");

    assertThatThrownBy(() -> ReportJson.read(broken))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cannot read " + broken + ": ");
    assertThatThrownBy(() -> ReportJson.read(bare))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cannot read " + bare + ": ");
  }

  private static String text(Report report) {
    return new String(ReportJson.write(report), UTF_8);
  }
}
