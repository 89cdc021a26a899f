package dev.burnline.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RandomRawLogsTest {

  private static final Map<String, Double> THRESHOLDS =
      Map.of("p95_latency_ms", 15_000.0, "error_rate", 0.05, "gpu_memory_used_ratio", 0.9);

  @TempDir Path folder;

  @Test
  void over_some_seeds_every_kind_of_fault_and_verdict_comes_up() throws IOException {
    Set<String> reasons = new TreeSet<>();
    Set<String> verdicts = new TreeSet<>();
    Set<String> statuses = new TreeSet<>();
    long lost = 0;
    long unfinished = 0;
    long repeatedRequests = 0;
    for (long seed = 0; seed < 24; seed++) {
      JsonNode report = expected(seed, folder);
      report.at("/completeness/malformed_by_reason").fieldNames().forEachRemaining(reasons::add);
      lost += report.at("/completeness/lost_lines").longValue();
      unfinished += report.at("/completeness/unfinished_requests").longValue();
      repeatedRequests += report.at("/completeness/duplicate_requests").longValue();
      verdicts.addAll(report.findValuesAsText("verdict"));
      statuses.addAll(report.findValuesAsText("status"));
    }

    assertThat(reasons)
        .containsExactlyInAnyOrder(
            "too_long",
            "nul_bytes",
            "invalid_utf8",
            "broken_json",
            "not_an_object",
            "no_timestamp",
            "bad_timestamp",
            "bad_duration");
    assertThat(lost).isPositive();
    assertThat(unfinished).isPositive();
    assertThat(repeatedRequests).isPositive();
    assertThat(verdicts).contains("NO_DATA", "INCOMPLETE", "MISSED");
    assertThat(statuses).contains("EXHAUSTED", "BURNING");
  }

  @Test
  void equal_seeds_make_equal_logs_and_a_calm_seed_has_no_unusable_line() throws IOException {
    JsonNode first = expected(3, folder.resolve("first"));

    assertThat(first).isEqualTo(expected(3, folder.resolve("second")));
    assertThat(first.at("/completeness/malformed").longValue()).isZero();
    assertThat(first.at("/completeness/lost_lines").longValue()).isZero();
    assertThat(first.at("/completeness/requests").longValue()).isGreaterThan(100);
  }

  @Test
  void an_expected_report_survives_being_written_and_read() throws IOException {
    JsonNode expected = expected(4, folder);
    JsonMapper json = new JsonMapper();

    assertThat(ReportDifference.between(expected, json.readTree(json.writeValueAsBytes(expected))))
        .isEmpty();
  }

  private static JsonNode expected(long seed, Path parent) throws IOException {
    RandomRawLogs logs = new RandomRawLogs(seed);
    Path written = logs.writeTo(parent);
    return new BruteForceReport(
            List.of(written),
            logs.date(),
            logs.zone(),
            List.of(OracleSlo.availability999(), OracleSlo.latency95Within10s()),
            THRESHOLDS)
        .expected();
  }
}
