package dev.burnline.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.burnline.oracle.BruteForceReport;
import dev.burnline.oracle.OracleSlo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What the report of a day must say, with the objectives and thresholds of the reference file. */
final class ReferenceOracle {

  static final Map<String, Double> THRESHOLDS =
      Map.of(
          "p95_latency_ms", 15000.0,
          "output_throughput_tps", 20.0,
          "mean_input_tokens", 1024.0,
          "error_rate", 0.05,
          "gpu_memory_used_ratio", 0.9);

  private ReferenceOracle() {}

  static ObjectNode expected(List<Path> logs, LocalDate date, ZoneId zone) throws IOException {
    return new BruteForceReport(
            logs,
            date,
            zone,
            List.of(OracleSlo.availability999(), OracleSlo.latency95Within10s()),
            THRESHOLDS)
        .expected();
  }
}
