package dev.burnline.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.burnline.oracle.BruteForceReport;
import dev.burnline.oracle.OracleSlo;
import dev.burnline.oracle.RandomRawLogs;
import dev.burnline.oracle.ReportDifference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs as nasty as the contract allows, against a second implementation that counts plainly. */
class NastyLogsAgainstBruteForceTest {

  static final Map<String, Double> REFERENCE_THRESHOLDS =
      Map.of(
          "p95_latency_ms", 15000.0,
          "output_throughput_tps", 20.0,
          "mean_input_tokens", 1024.0,
          "error_rate", 0.05,
          "gpu_memory_used_ratio", 0.9);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void every_figure_agrees(long seed, @TempDir Path folder) throws Exception {
    RandomRawLogs random = new RandomRawLogs(seed);
    Path logs = random.writeTo(folder);

    JsonNode actual = NightlyJobs.report(List.of(logs), random.date(), random.zone(), folder);

    JsonNode expected =
        new BruteForceReport(
                List.of(logs),
                random.date(),
                random.zone(),
                List.of(OracleSlo.availability999(), OracleSlo.latency95Within10s()),
                REFERENCE_THRESHOLDS)
            .expected();
    assertThat(ReportDifference.between(expected, actual)).isEmpty();
  }
}
