package dev.burnline.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two days in which everything happens that can happen. */
class EveryIncidentTest {

  private static final String INCIDENTS =
      """
      incidents:
        - {pattern: latency_spike_gpu_idle, start: PT1H}
        - {pattern: gpu_memory_growth, start: PT2H, duration: 2h}
        - {pattern: gpu_memory_high, start: PT5H}
        - {pattern: cuda_oom, start: PT6H}
        - {pattern: gpu_device_fault, start: PT7H}
        - {pattern: process_crash, start: PT8H}
        - {pattern: lost_requests, start: PT9H}
        - {pattern: throughput_collapse, start: PT10H}
        - {pattern: wedged, start: PT11H}
        - {pattern: silent_gap, start: PT12H}
        - {pattern: runaway_generation, start: PT13H}
        - {pattern: queue_backlog, start: PT14H}
        - {pattern: cold_start, start: PT15H}
        - {pattern: malformed_input_burst, start: PT16H}
        - {pattern: disconnect_storm, start: PT17H}
        - {pattern: error_burst, start: PT18H, error_type: cuda_error}
        - {pattern: slow_degradation, start: PT19H, duration: 20h}
        - {pattern: unusable_lines, start: PT20H, count: 24}
        - {pattern: lost_lines, start: PT23H30M, duration: 2h}
        - {pattern: repeated_lines, start: PT23H45M, duration: 2h}
        - {pattern: process_crash, start: P1DT1H, duration: 1m}
      """;

  @TempDir private static Path folder;
  private static GeneratedLogs logs;

  @BeforeAll
  static void generate() {
    logs =
        GeneratedLogs.generate(
            folder,
            INCIDENTS,
            "--days=2",
            "--requests=4000",
            "--services=chat@2,gateway:minimal",
            "--rotate-mb=3",
            "--gzip",
            "--plain-backups=2");
  }

  @Test
  void the_truth_is_what_a_plain_count_over_the_lines_finds() {
    assertThat(PlainCount.of(logs, "gpu-node-01").services())
        .isEqualTo(logs.truth().at("/services/chat"));
    assertThat(PlainCount.of(logs, "gpu-node-02").services())
        .isEqualTo(logs.truth().at("/services/gateway"));
  }

  @Test
  void every_reason_for_an_unusable_line_occurs() {
    assertThat(logs.truth().at("/services/chat/malformed_by_reason").properties())
        .extracting(Map.Entry::getKey, entry -> entry.getValue().asInt())
        .containsExactly(
            tuple("bad_duration", 3),
            tuple("bad_timestamp", 3),
            tuple("broken_json", 3),
            tuple("invalid_utf8", 3),
            tuple("no_timestamp", 3),
            tuple("not_an_object", 3),
            tuple("nul_bytes", 3),
            tuple("too_long", 3));
  }

  @Test
  void every_usable_line_is_valid_under_the_schema_of_the_contract() throws IOException {
    Schema schema;
    try (InputStream in =
        Generate.class.getResourceAsStream("/dev/burnline/contract/request-log.schema.json")) {
      schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
    }
    List<String> problems = new ArrayList<>();
    int[] valid = new int[1];

    for (String host : List.of("gpu-node-01", "gpu-node-02")) {
      for (Path file : logs.files(host)) {
        GeneratedLogs.rawLines(
            file,
            line ->
                PlainCount.usable(line)
                    .ifPresent(
                        json -> {
                          var errors = schema.validate(json);
                          if (errors.isEmpty()) {
                            valid[0]++;
                          } else if (problems.size() < 5) {
                            problems.add(errors + " in " + json);
                          }
                        }));
      }
    }

    assertThat(problems).isEmpty();
    JsonNode services = logs.truth().get("services");
    assertThat(valid[0])
        .isEqualTo(services.at("/chat/lines").asInt() + services.at("/gateway/lines").asInt());
  }

  @Test
  void every_incident_has_left_a_mark_within_its_time() {
    for (JsonNode incident : logs.truth().get("incidents")) {
      if (incident.get("pattern").asText().equals("silent_gap")) {
        continue; // Its mark is that there are no lines.
      }
      assertThat(incident.get("affected_lines").asLong()).as(incident.toString()).isPositive();
      assertThat(incident.get("first_affected_line").asText())
          .as(incident.toString())
          .isGreaterThanOrEqualTo(incident.get("start").asText().replace("Z", ""));
    }
    assertThat(logs.truth().get("incidents")).hasSize(21);
  }

  @Test
  void heartbeats_agree_with_the_lines_around_them() {
    Map<String, long[]> boots = new TreeMap<>();
    int heartbeats = 0;
    for (Path file : logs.files("gpu-node-01")) {
      List<JsonNode> lines = new ArrayList<>();
      GeneratedLogs.rawLines(file, line -> PlainCount.usable(line).ifPresent(lines::add));
      for (JsonNode line : lines) {
        long[] seen = boots.computeIfAbsent(line.get("boot_id").asText(), key -> new long[4]);
        if (line.get("seq").asLong() <= seen[0]) {
          continue; // A repeated line.
        }
        seen[0] = line.get("seq").asLong();
        switch (line.get("event").asText()) {
          case "request.received" -> seen[1]++;
          case "request.finished" -> seen[2]++;
          case "heartbeat" -> {
            heartbeats++;
            long lost = line.get("log_dropped_total").asLong();
            long started = line.get("started_total").asLong();
            long finished = line.get("finished_total").asLong();
            assertThat(started).isBetween(seen[1], seen[1] + lost);
            assertThat(finished).isBetween(seen[2], seen[2] + lost);
            assertThat(line.get("in_flight").asLong()).isEqualTo(started - finished);
            assertThat(line.get("tokens_total").asLong()).isGreaterThanOrEqualTo(seen[3]);
            seen[3] = line.get("tokens_total").asLong();
          }
          default -> {}
        }
      }
    }
    assertThat(heartbeats).isBetween(17_000, 17_280);
    assertThat(boots.size()).isEqualTo(8);
  }
}
