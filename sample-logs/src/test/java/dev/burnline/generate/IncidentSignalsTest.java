package dev.burnline.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each incident leaves the signals by which its failure pattern is known. */
class IncidentSignalsTest {

  private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void latency_spike_gpu_idle_is_slow_with_an_idle_gpu_and_the_usual_pace() {
    LineSet all = day("latency_spike_gpu_idle", "15m");
    LineSet during = all.between(NOON, minutes(15));
    LineSet usual = all.outside(NOON, minutes(30));

    assertThat(during.p95("duration_ms")).isGreaterThan(2 * usual.p95("duration_ms"));
    assertThat(during.event("gpu.sample").mean("gpu_util_pct")).isLessThan(30);
    assertThat(during.throughput()).isCloseTo(usual.throughput(), within(usual.throughput() / 4));
    assertThat(during.share("finish_reason", Set.of("length", "repetition"))).isLessThan(0.05);
  }

  @Test
  void gpu_memory_growth_climbs_for_hours_and_falls_at_a_boot() {
    LineSet samples = day("gpu_memory_growth", "5h").event("gpu.sample");
    List<Double> hourly =
        IntStream.range(0, 5)
            .mapToObj(h -> samples.between(NOON.plus(Duration.ofHours(h)), minutes(60)).memory())
            .toList();
    double after = samples.between(NOON.plus(Duration.ofHours(6)), minutes(60)).memory();

    for (int hour = 1; hour < hourly.size(); hour++) {
      assertThat(hourly.get(hour) - hourly.get(hour - 1)).isGreaterThan(0.01);
    }
    assertThat(samples.max("gpu_mem_used_mb") / 24_576).isLessThan(0.9);
    assertThat(after).isLessThan(hourly.get(0));
  }

  @Test
  void gpu_memory_high_stands_above_nine_tenths() {
    LineSet samples = day("gpu_memory_high", "20m").event("gpu.sample");

    assertThat(samples.between(NOON, minutes(20)).min("gpu_mem_used_mb") / 24_576)
        .isGreaterThan(0.9);
    assertThat(samples.outside(NOON, minutes(20)).max("gpu_mem_used_mb") / 24_576).isLessThan(0.9);
  }

  @Test
  void cuda_oom_strikes_again_and_again_with_the_same_prompt() {
    LineSet during = day("cuda_oom", "12m").between(NOON, minutes(13));
    LineSet failures = during.with("error_type", "cuda_oom");

    assertThat(failures.lines()).hasSizeGreaterThanOrEqualTo(9);
    assertThat(failures.between(NOON, minutes(5)).lines()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(failures.most("prompt_sha256")).isGreaterThanOrEqualTo(9);
  }

  @Test
  void gpu_device_fault_shows_its_xid() {
    LineSet samples = day("gpu_device_fault", "1m, xid: 48").event("gpu.sample");

    assertThat(samples.between(NOON, minutes(1)).texts("gpu_xid")).containsOnly("48");
    assertThat(samples.outside(NOON, minutes(1)).texts("gpu_xid")).containsOnly("null");
  }

  @Test
  void process_crash_boots_without_a_stop_before_it() {
    LineSet all = day("process_crash", "20s");
    List<JsonNode> starts = all.event("service.starting").lines();

    assertThat(all.event("service.stopped").lines()).isEmpty();
    assertThat(starts).hasSize(2);
    assertThat(starts.get(0).has("previous_clean")).isFalse();
    assertThat(starts.get(1).get("previous_clean").asBoolean(true)).isFalse();
    JsonNode crash = all.event("service.crash_detected").lines().get(0);
    assertThat(crash.get("previous_boot_id")).isEqualTo(starts.get(0).get("boot_id"));
    assertThat(crash.get("boot_id")).isEqualTo(starts.get(1).get("boot_id"));
    assertThat(crash.get("exit_code").asInt()).isEqualTo(139);
    assertThat(all.between(NOON, Duration.ofSeconds(20)).lines()).isEmpty();
  }

  @Test
  void lost_requests_have_come_and_never_end() {
    LineSet all = day("lost_requests", "20m");
    Set<String> ended = Set.copyOf(all.event("request.finished").texts("request_id"));
    List<String> lost =
        all.event("request.received").texts("request_id").stream()
            .filter(id -> !ended.contains(id))
            .toList();

    assertThat(lost).hasSizeGreaterThan(10);
    assertThat(all.gaps()).isEqualTo(lost.size());
  }

  @Test
  void throughput_collapse_has_other_weights_and_half_the_pace() {
    LineSet all = day("throughput_collapse", "30m");
    double during = all.between(NOON.plusSeconds(60), minutes(29)).throughput();

    assertThat(during).isLessThan(0.5 * all.outside(NOON, minutes(60)).throughput());
    List<String> weights = all.event("model.loaded").texts("model_sha256");
    assertThat(weights).hasSize(3);
    assertThat(weights.get(1)).isNotEqualTo(weights.get(0));
    assertThat(weights.get(2)).isEqualTo(weights.get(0));
  }

  @Test
  void wedged_makes_no_token_with_requests_in_flight() {
    LineSet beats =
        day("wedged", "5m").event("heartbeat").between(NOON.plusSeconds(60), minutes(4));

    assertThat(beats.min("in_flight")).isPositive();
    assertThat(Set.copyOf(beats.texts("tokens_total"))).hasSize(1);
  }

  @Test
  void silent_gap_has_no_line_and_loses_none() {
    LineSet all = day("silent_gap", "5m");

    assertThat(all.between(NOON, minutes(5)).lines()).isEmpty();
    assertThat(all.between(NOON.minusSeconds(20), minutes(1)).lines()).isNotEmpty();
    assertThat(all.between(NOON.plusSeconds(300), minutes(1)).lines()).isNotEmpty();
    assertThat(all.gaps()).isZero();
    assertThat(all.event("service.starting").lines()).hasSize(1);
  }

  @Test
  void runaway_generation_ends_by_length_or_repetition() {
    LineSet all = day("runaway_generation", "30m");
    Set<String> endless = Set.of("length", "repetition");
    double usual = all.outside(NOON, minutes(40)).share("finish_reason", endless);

    assertThat(usual).isLessThan(0.04);
    assertThat(all.between(NOON, minutes(30)).share("finish_reason", endless))
        .isGreaterThan(Math.max(0.05, 3 * usual));
  }

  @Test
  void queue_backlog_waits_longer_than_it_works() {
    LineSet all = day("queue_backlog", "15m");
    LineSet during = all.between(NOON, minutes(15)).with("status", "success");

    assertThat(during.sum("queue_ms") / during.sum("duration_ms")).isGreaterThan(0.5);
    assertThat(all.between(NOON, minutes(15)).event("heartbeat").max("queue_depth")).isPositive();
    assertThat(all.outside(NOON, minutes(20)).with("status", "success").sum("queue_ms")).isZero();
  }

  @Test
  void cold_start_is_slow_right_after_ready() {
    LineSet all = day("cold_start", "5m");

    assertThat(all.between(NOON, minutes(1)).event("service.ready").lines()).hasSize(1);
    assertThat(all.between(NOON, minutes(5)).mean("tpot_ms"))
        .isGreaterThan(2 * all.outside(NOON, minutes(10)).mean("tpot_ms"));
  }

  @Test
  void malformed_input_burst_is_refused_twenty_times_in_five_minutes() {
    LineSet all = day("malformed_input_burst", "15m");
    Set<String> refusals = Set.of("validation", "malformed_json", "context_length");

    for (int start = 0; start < 15; start += 5) {
      LineSet part = all.between(NOON.plus(minutes(start)), minutes(5));
      assertThat(part.count("error_type", refusals)).isGreaterThanOrEqualTo(20);
    }
    assertThat(all.outside(NOON, minutes(16)).share("error_type", refusals)).isLessThan(0.01);
  }

  @Test
  void disconnect_storm_hangs_up_at_one_age() {
    LineSet during =
        day("disconnect_storm", "15m").between(NOON, minutes(16)).with("tenant", "mobile-app");
    LineSet gone = during.with("error_type", "client_disconnect");

    assertThat(gone.lines()).hasSizeGreaterThan(20);
    assertThat(gone.max("duration_ms") - gone.min("duration_ms")).isLessThan(15);
    assertThat(gone.texts("status")).containsOnly("cancelled");
  }

  @Test
  void error_burst_fails_by_the_asked_type() {
    LineSet all = day("error_burst", "15m, error_type: generation_timeout");
    Set<String> type = Set.of("generation_timeout");

    assertThat(all.between(NOON, minutes(15)).share("error_type", type)).isGreaterThan(0.05);
    assertThat(all.outside(NOON, minutes(16)).count("error_type", type)).isZero();
  }

  @Test
  void slow_degradation_gets_slower_every_day_without_a_step() {
    String incident = "incidents: [{pattern: slow_degradation, start: PT0S, duration: 6d}]";
    GeneratedLogs logs =
        GeneratedLogs.generate(
            folder, incident, "--days=7", "--requests=21000", "--format=minimal");
    LineSet all = new LineSet(logs.lines("gpu-node-01"));
    Instant first = Instant.parse("2026-11-16T00:00:00Z");
    double[] perToken =
        IntStream.range(0, 7)
            .mapToDouble(
                day -> all.between(first.plus(Duration.ofDays(day)), Duration.ofDays(1)).pace())
            .toArray();

    for (int day = 1; day < 6; day++) {
      assertThat(perToken[day] / perToken[day - 1]).isBetween(1.02, 1.2);
    }
    assertThat(perToken[5] / perToken[0]).isGreaterThan(1.2);
    assertThat(perToken[6]).isLessThan(1.1 * perToken[0]);
  }

  private LineSet day(String pattern, String duration) {
    String incident =
        "incidents: [{pattern: " + pattern + ", start: PT12H, duration: " + duration + "}]";
    GeneratedLogs logs =
        GeneratedLogs.generate(
            folder, incident, "--days=1", "--start=2026-11-18", "--requests=5000");
    return new LineSet(logs.lines("gpu-node-01"));
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}
