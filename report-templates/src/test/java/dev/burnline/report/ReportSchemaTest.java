package dev.burnline.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReportSchemaTest {

  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Schema schema = schema();

  @ParameterizedTest
  @MethodSource("dev.burnline.report.ReportJsonTest#samples")
  void everyWrittenReportIsValid(Report report) {
    assertThat(problems(new String(ReportJson.write(report), UTF_8))).isEmpty();
  }

  @Test
  void fieldsMayBeAdded() {
    assertThat(problems(json().replace("\"kind\":", "\"weather\": 1, \"kind\":"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"verdict\": \"MET\"       | \"verdict\": \"FINE\"",
        "\"schema\": \"burnline.report/1\" | \"schema\": \"burnline.report/2\"",
        "\"lost_lines\": 0          | \"lost_lines\": null",
        "\"lost_lines\": 0          | \"lost_lines\": -1",
        "\"lost_lines\": 0          | \"lost\": 0",
        "\"objective\": 0.999       | \"objective\": 99.9",
        "\"start\": \"2026-11-23T00:00:00Z\" | \"start\": \"2026-11-23T00:00:00+08:00\"",
        "\"1d\": 0.4                | \"1d\": \"0.4\"",
        "\"previous\": null         | \"previous\": {}",
        "\"error_types\": { }       | \"error_types\": {\"oom\": 1.5}",
      })
  void whatBreaksTheContractIsFound(String right, String wrong) {
    assertThat(json()).contains(right);
    assertThat(problems(json().replaceFirst(java.util.regex.Pattern.quote(right), wrong)))
        .isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"week\": \"2026-W47\"    | \"week\": \"2026-47\"",
        "\"outcome\": \"MISSED\"   | \"outcome\": \"LOST\"",
        "\"movement\": \"new\"     | \"movement\": \"NEW\"",
        "\"state\": \"revised\"    | \"state\": \"late\"",
        "\"monday\": \"2026-11-16\" | \"monday\": \"16.11.2026\"",
        "\"factor\": 6.95          | \"factor\": 0.95",
      })
  void aWrongWeekIsFound(String right, String wrong) {
    assertIsFound(SampleWeeks.weekly(), right, wrong);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"kind\": \"post_mortem\" | \"kind\": \"party\"",
        "\"ideal_ratio\": 0.0      | \"ideal_ratio\": -0.1",
        "\"objective\": 0.995      | \"objective\": 99.5",
        "\"prompt_sizes\":         | \"sizes\":",
        "\"post_mortem_required\": true | \"post_mortem_required\": 1",
        "\"exhausted_at\": null    | \"exhausted_at\": \"never\"",
      })
  void aWrongReviewIsFound(String right, String wrong) {
    assertIsFound(SampleBudgets.budget(), right, wrong);
  }

  /** Of a key that stands twice a reader keeps one, so a rule would be lost without a word. */
  @Test
  void noKeyStandsTwice() throws IOException {
    try (InputStream in = open()) {
      assertThatNoException().isThrownBy(() -> STRICT.readTree(in));
    }
    assertThatThrownBy(() -> STRICT.readTree("{\"a\": {\"b\": 1, \"b\": 1}}"))
        .hasMessageContaining("Duplicate field 'b'");
  }

  private void assertIsFound(Report report, String right, String wrong) {
    String json = new String(ReportJson.write(report), UTF_8);
    assertThat(json).contains(right);
    assertThat(problems(json.replaceFirst(java.util.regex.Pattern.quote(right), wrong)))
        .isNotEmpty();
  }

  private static String json() {
    return new String(ReportJson.write(SampleReports.met()), UTF_8);
  }

  private List<String> problems(String json) {
    return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static Schema schema() {
    try (InputStream in = open()) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static InputStream open() {
    return requireNonNull(
        Report.class.getResourceAsStream("report.schema.json"), "no report.schema.json");
  }
}
