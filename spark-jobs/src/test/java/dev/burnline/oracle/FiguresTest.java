package dev.burnline.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {

  @TempDir Path folder;

  @Test
  void the_smallest_lines_with_missing_and_wrong_fields_get_the_defaults() throws IOException {
    JsonNode report =
        new TinyLog(folder)
            .file(
                "app.log",
                "{'timestamp':'2026-03-10T13:00:00.25+01:00','level':'INFO','duration_ms':100}",
                "{'timestamp':'2026-03-10 12:00:01','level':'CRITICAL','service':''}",
                "{'timestamp':'2026-03-10T12:00:02Z','level':'ERROR','service':7,'event':null}",
                "{'timestamp':'2026-03-10T12:00:03Z','level':'error','status':true,"
                    + "'duration_ms':'90','input_tokens':-1,'output_tokens':NaN}",
                "{'timestamp':'2026-03-10T12:00:04Z','level':'ERROR','status':'success'}",
                "{'timestamp':'2026-03-10T12:00:05Z','event':'heartbeat'}")
            .report();

    assertThat(report.get("services")).hasSize(1);
    JsonNode service = report.at("/services/0");
    assertThat(service.get("service").textValue()).isEqualTo("unknown");
    assertThat(service.get("status_counts").toString()).isEqualTo("{\"error\":2,\"success\":3}");
    assertThat(service.get("error_rate").doubleValue()).isEqualTo(0.4);
    assertThat(service.at("/latency/duration_ms/count").longValue()).isEqualTo(1);
    assertThat(service.get("input_tokens").toString())
        .isEqualTo("{\"sum\":0,\"mean\":null,\"p50\":null,\"p95\":null,\"p99\":null,\"max\":null}");
    assertThat(service.at("/slowest/0/timestamp").textValue())
        .isEqualTo("2026-03-10T12:00:00.250Z");
    assertThat(report.at("/completeness/lines").longValue()).isEqualTo(6);
  }

  @Test
  void latency_and_speed_are_of_successful_requests_and_tokens_of_all() throws IOException {
    JsonNode service =
        new TinyLog(folder)
            .file(
                "app.log",
                request(1, "success", 1000, 10, 50),
                request(2, "success", 3000, 20, 150),
                request(3, "error", 9000, 90, 7),
                "{'timestamp':'2026-03-10T12:00:04Z','output_tokens':1000,'throughput_tps':4}")
            .onlyService();

    assertThat(service.at("/latency/duration_ms").toString())
        .isEqualTo(
            "{\"count\":2,\"mean\":2000.0,\"min\":1000.0,\"p50\":1000.0,\"p90\":3000.0,"
                + "\"p95\":3000.0,\"p99\":3000.0,\"p999\":3000.0,\"max\":3000.0}");
    assertThat(service.get("throughput_tps").toString())
        .isEqualTo("{\"weighted_mean\":50.0,\"p5\":4.0,\"p50\":4.0,\"p95\":4.0}");
    assertThat(service.at("/input_tokens/sum").longValue()).isEqualTo(120);
    assertThat(service.at("/output_tokens/sum").longValue()).isEqualTo(1207);
    assertThat(service.at("/output_tokens/mean").doubleValue()).isEqualTo(301.75);
    assertThat(service.at("/per_minute/0").toString())
        .isEqualTo(
            "{\"minute\":\"2026-03-10T12:00:00Z\",\"requests\":4,\"errors\":1,"
                + "\"mean_ms\":2000.0,\"p50_ms\":1000.0,\"p95_ms\":3000.0,\"p99_ms\":3000.0,"
                + "\"output_tokens\":1207}");
  }

  @Test
  void input_lengths_fall_into_bins_by_powers_of_two() throws IOException {
    JsonNode service =
        new TinyLog(folder)
            .file(
                "app.log",
                request(1, "success", 5, 0, 0),
                request(2, "success", 6, 1, 0),
                request(3, "error", 7, 2, 0),
                request(4, "error", 8, 3, 0),
                request(5, "success", 9, 1_048_575, 0),
                request(6, "success", 10, 1_048_576, 0))
            .onlyService();

    assertThat(service.get("input_length_histogram").toString())
        .isEqualTo(
            "[{\"from\":0,\"to\":1,\"requests\":1,\"p95_latency_ms\":5.0},"
                + "{\"from\":1,\"to\":2,\"requests\":1,\"p95_latency_ms\":6.0},"
                + "{\"from\":2,\"to\":4,\"requests\":2,\"p95_latency_ms\":null},"
                + "{\"from\":524288,\"to\":1048576,\"requests\":1,\"p95_latency_ms\":9.0},"
                + "{\"from\":1048576,\"to\":null,\"requests\":1,\"p95_latency_ms\":10.0}]");
  }

  @Test
  void the_slowest_are_at_most_ten_and_ties_go_by_time_and_then_id() throws IOException {
    String[] lines = new String[12];
    for (int i = 0; i < 12; i++) {
      lines[i] =
          "{'timestamp':'2026-03-10T12:00:%02dZ','request_id':'r%02d','duration_ms':%d}"
              .formatted(i / 2, 20 - i, i < 4 ? 500 : 100 + i);
    }
    lines[3] = "{'timestamp':'2026-03-10T12:00:01Z','duration_ms':500}";
    JsonNode slowest = new TinyLog(folder).file("app.log", lines).onlyService().get("slowest");

    assertThat(slowest.findValues("request_id").toString())
        .isEqualTo(
            "[\"r19\", \"r20\", null, \"r18\", \"r09\", \"r10\", \"r11\", \"r12\", \"r13\", "
                + "\"r14\"]");
  }

  @Test
  void gpus_and_kpis_come_from_the_windows_samples_and_requests() throws IOException {
    JsonNode service =
        new TinyLog(folder)
            .withKpis(
                Map.of(
                    "p95_latency_ms", 15_000.0,
                    "output_throughput_tps", 60.0,
                    "gpu_memory_used_ratio", 0.9,
                    "mean_input_tokens", 8.0))
            .file(
                "app.log",
                sample(1, 900, "1000", "10"),
                sample(1, 950, "2000", "20"),
                sample(0, 10, "null", "null"),
                "{'timestamp':'2026-03-10T12:00:01Z','duration_ms':15000,'output_tokens':750}")
            .onlyService();

    assertThat(service.get("gpus").toString())
        .isEqualTo(
            "[{\"gpu\":0,\"mem_used_max_mb\":10.0,\"mem_total_mb\":null,"
                + "\"mem_used_ratio_max\":null,\"util_mean_pct\":null,\"samples\":1},"
                + "{\"gpu\":1,\"mem_used_max_mb\":950.0,\"mem_total_mb\":2000.0,"
                + "\"mem_used_ratio_max\":0.9,\"util_mean_pct\":15.0,\"samples\":2}]");
    assertThat(service.get("kpis").toString())
        .isEqualTo(
            "[{\"name\":\"p95_latency_ms\",\"value\":15000.0,\"threshold\":15000.0,"
                + "\"comparison\":\">\",\"breached\":false},"
                + "{\"name\":\"output_throughput_tps\",\"value\":50.0,\"threshold\":60.0,"
                + "\"comparison\":\"<\",\"breached\":true},"
                + "{\"name\":\"mean_input_tokens\",\"value\":null,\"threshold\":8.0,"
                + "\"comparison\":\">\",\"breached\":null},"
                + "{\"name\":\"gpu_memory_used_ratio\",\"value\":0.9,\"threshold\":0.9,"
                + "\"comparison\":\">\",\"breached\":false}]");
  }

  private static String request(int second, String status, int millis, int input, int output) {
    return ("{'timestamp':'2026-03-10T12:00:%02dZ','status':'%s','duration_ms':%d,"
            + "'input_tokens':%d,'output_tokens':%d}")
        .formatted(second, status, millis, input, output);
  }

  private static String sample(int gpu, int used, String total, String util) {
    return ("{'timestamp':'2026-03-10T12:00:00Z','event':'gpu.sample','gpu_index':%d,"
            + "'gpu_mem_used_mb':%d,'gpu_mem_total_mb':%s,'gpu_util_pct':%s}")
        .formatted(gpu, used, total, util);
  }
}
