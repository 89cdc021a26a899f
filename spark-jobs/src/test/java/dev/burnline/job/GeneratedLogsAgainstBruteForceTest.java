package dev.burnline.job;

import static dev.burnline.job.GeneratedLogs.incident;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.burnline.oracle.ReportDifference;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs as a server writes them, against a second implementation that counts plainly. */
class GeneratedLogsAgainstBruteForceTest {

  /** Nine days: the report's, its heat map, the seven to compare with, and the hours of a zone. */
  @ParameterizedTest
  @CsvSource({"1, 2026-10-25, UTC", "2, 2026-10-25, Europe/Berlin", "3, 2026-03-29, Europe/Berlin"})
  void every_figure_of_contract_logs_with_incidents_agrees(
      long seed, LocalDate date, ZoneId zone, @TempDir Path folder) throws Exception {
    String incidents =
        "incidents:\n"
            + incident("cuda_oom", date, "03:05", "12m")
            + incident("process_crash", date, "09:20", "25s")
            + incident("queue_backlog", date, "12:00", "15m")
            + incident("gpu_memory_growth", date, "14:00", "6h")
            + incident("unusable_lines", date, "00:30", "20h")
            + incident("repeated_lines", date, "17:00", "20m")
            + incident("lost_lines", date, "18:00", "15m")
            + incident("lost_requests", date, "19:00", "20m")
            + incident("disconnect_storm", date.minusDays(1), "11:00", "15m")
            + incident("malformed_input_burst", date.minusDays(3), "10:00", "15m");
    Path logs =
        GeneratedLogs.write(
            folder,
            incidents,
            "--seed=" + seed,
            "--start=" + date.minusDays(8),
            "--days=9",
            "--requests=3000",
            "--rotate-mb=5",
            "--gzip",
            "--plain-backups=3");

    agrees(logs, date, zone, folder);
  }

  /** Thirty-four days, so that requests leave the window of 30 days on its far side. */
  @ParameterizedTest
  @CsvSource({"1, 2026-10-25, Europe/Berlin", "2, 2026-03-29, Europe/Berlin", "3, 2026-10-25, UTC"})
  void every_figure_of_minimal_logs_over_a_month_agrees(
      long seed, LocalDate date, ZoneId zone, @TempDir Path folder) throws Exception {
    String incidents =
        "incidents:\n"
            + incident("error_burst", date, "16:00", "10m")
            + incident("error_burst", date.minusDays(29), "23:30", "60m")
            + incident("throughput_collapse", date.minusDays(1), "08:00", "30m")
            + incident("silent_gap", date, "05:00", "5m")
            + incident("unusable_lines", date, "06:00", "8h");
    Path logs =
        GeneratedLogs.write(
            folder,
            incidents,
            "--seed=" + seed,
            "--start=" + date.minusDays(32),
            "--days=34",
            "--requests=5000",
            "--services=chat:minimal@3,code:minimal@1",
            "--instances=2",
            "--rotate-mb=1",
            "--gzip");

    agrees(logs, date, zone, folder);
  }

  private static void agrees(Path logs, LocalDate date, ZoneId zone, Path folder) throws Exception {
    JsonNode actual = NightlyJobs.report(List.of(logs), date, zone, folder);
    JsonNode expected = ReferenceOracle.expected(List.of(logs), date, zone);
    assertThat(actual.at("/completeness/requests").longValue()).isGreaterThan(50);
    assertThat(ReportDifference.between(expected, actual)).isEmpty();
  }
}
