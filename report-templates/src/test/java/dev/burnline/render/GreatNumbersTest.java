package dev.burnline.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.burnline.report.Report;
import dev.burnline.report.ReportJson;
import dev.burnline.report.SampleReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One absurd but finite value in a log line must not cost the report. */
class GreatNumbersTest {

  /** Set by people, not by log lines. */
  private static final Set<String> SET = Set.of("objective", "threshold");

  private static final Set<String> TOKENS = Set.of("sum", "input_tokens", "output_tokens");

  @TempDir private Path folder;

  private final ObjectMapper json = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(doubles = {1e15, 1e30, Double.MAX_VALUE, 1e-300, Double.MIN_VALUE})
  void everyMeasuredFigureMayBeAnyFiniteNumber(double value) throws IOException {
    Report report = everyFigure(SampleReports.missed(), value);
    assertThat(report.services().get(0).latency().durationMs().p95()).isEqualTo(value);
    assertThat(report.services().get(0).inputTokens().sum()).isEqualTo(Long.MAX_VALUE);

    for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      new ReportRenderer(RenderSettings.defaults().in(locale)).write(report, folder);

      assertThat(Files.readString(folder.resolve("report.html"), UTF_8))
          .doesNotContain("NaN", "Infinity", "∞")
          .hasSizeLessThan(600_000);
    }
  }

  /** A copy in which every measured figure has this value, and the baseline its inverse. */
  private Report everyFigure(Report report, double value) throws IOException {
    JsonNode tree = json.readTree(ReportJson.write(report));
    set(tree, value);
    for (JsonNode service : tree.path("services")) {
      double inverse = Math.min(Double.MAX_VALUE, 1 / value);
      set(service.path("compared_with").path("baseline_7d"), inverse);
      set(service.path("compared_with").path("previous"), Double.MIN_VALUE);
    }
    Path changed = Files.write(folder.resolve("changed.json"), json.writeValueAsBytes(tree));
    return ReportJson.read(changed);
  }

  private static void set(JsonNode node, double value) {
    if (node instanceof ObjectNode object) {
      for (String key : keys(object)) {
        JsonNode child = object.path(key);
        if (child.isFloatingPointNumber() && !SET.contains(key)) {
          object.put(key, value);
        } else if (child.isIntegralNumber() && TOKENS.contains(key)) {
          object.put(key, Long.MAX_VALUE);
        }
      }
    }
    node.forEach(child -> set(child, value));
  }

  private static List<String> keys(ObjectNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }
}
