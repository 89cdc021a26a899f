package dev.burnline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that no server means, but that a line may carry: they are finite, so they count. */
class AbsurdNumbersTest {

  private static final List<String> FIELDS =
      List.of(
          "\"input_tokens\":1e20",
          "\"duration_ms\":1e30",
          "\"duration_ms\":4.9e-324,\"output_tokens\":1.7976931348623157e308",
          "\"duration_ms\":12,\"output_tokens\":1e300",
          "\"ttft_ms\":1.7976931348623157e308,\"tpot_ms\":1e300,\"queue_ms\":1e100",
          "\"throughput_tps\":1.7976931348623157e308",
          "\"event\":\"gpu.sample\",\"gpu_index\":1e20,\"gpu_mem_used_mb\":1e22",
          "\"event\":\"gpu.sample\",\"gpu_index\":0,\"gpu_mem_used_mb\":1e10,"
              + "\"gpu_mem_total_mb\":1e-320,\"gpu_util_pct\":1e300",
          "\"event\":\"heartbeat\",\"boot_id\":\"b\",\"finished_total\":1e30");

  @TempDir private Path folder;

  @Test
  void do_not_cost_the_report() throws IOException {
    Path log = Files.write(folder.resolve("app.log"), MinimalLog.day(1440, "success"));
    for (String fields : FIELDS) {
      Files.writeString(log, Files.readString(log) + line(fields), UTF_8);
    }

    BurnlineRun run = BurnlineRun.nightly(folder, "--logs", log.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    JsonNode report = new ObjectMapper().readTree(folder.resolve("out/report.json").toFile());
    JsonNode chat = report.path("services").path(0);
    assertThat(chat.path("requests").intValue()).isEqualTo(1446);
    assertThat(chat.path("latency").path("duration_ms").path("max").doubleValue()).isEqualTo(1e30);
    assertThat(chat.path("gpus").path(0).path("mem_used_max_mb").doubleValue()).isEqualTo(1e10);
    assertThat(chat.path("gpus").path(0).path("mem_used_ratio_max").isNull()).isTrue();
    assertThat(Files.readString(folder.resolve("out/report.html")))
        .doesNotContain("NaN", "Infinity", "\u221e");
  }

  private static String line(String fields) {
    return "{\"timestamp\":\"2026-11-22T12:00:00Z\",\"service\":\"chat\",%s}%n"
        .formatted(fields)
        .replace("\r", "");
  }
}
