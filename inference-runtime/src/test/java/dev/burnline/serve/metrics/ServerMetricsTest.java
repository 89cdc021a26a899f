package dev.burnline.serve.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.burnline.serve.event.Answer;
import dev.burnline.serve.event.ErrorType;
import dev.burnline.serve.event.FinishReason;
import dev.burnline.serve.event.Load;
import dev.burnline.serve.event.Outcome;
import dev.burnline.serve.event.RequestFinished;
import dev.burnline.serve.event.RequestParameters;
import dev.burnline.serve.event.SampleEvents;
import dev.burnline.serve.event.Timings;
import dev.burnline.serve.event.TokenGaps;
import dev.burnline.serve.http.FakeEngine;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerMetricsTest {

  /** Four gaps of together two seconds, one of them long. */
  private static final TokenGaps GAPS = gaps();

  @TempDir private Path folder;

  private final FakeEngine engine = new FakeEngine();
  private final ServerMetrics metrics =
      new ServerMetrics("svc", "1.2", Set.of("team-a"), () -> Optional.of(engine), () -> 3);

  private static TokenGaps gaps() {
    List<Long> counts = new ArrayList<>(SampleEvents.gaps(3, 3, 1_785).counts());
    counts.set(12, 1L);
    return new TokenGaps(counts, 1_785);
  }

  private static RequestFinished finished(
      Outcome outcome, String model, String tenant, @Nullable String route) {
    return new RequestFinished(
        "r",
        outcome,
        new RequestParameters("chat", model, false, null, null, null, null, tenant, route),
        SampleEvents.prompt("p"),
        new Answer("a", 10L, 5L, null),
        new Timings(Instant.EPOCH, 2_500, 500.0, GAPS, 300.0, 200.0, 2_000.0),
        new Load(0L, 0L),
        null);
  }

  private String text() {
    return new String(metrics.exposition(), StandardCharsets.UTF_8);
  }

  @Test
  void aFinishedRequestCountsUnderTheLabelsThatRulesSelectBy() {
    metrics.addJvm();
    metrics.observe(
        finished(Outcome.success(FinishReason.STOP), "fake", "team-a", "/v1/completions"));
    String labels =
        "error_type=\"\",finish_reason=\"stop\",model=\"fake\",route=\"/v1/completions\","
            + "service=\"svc\",status=\"success\",tenant=\"team-a\"";
    assertThat(text())
        .contains("requests_finished_total{" + labels + "} 1.0")
        .contains("e2e_request_latency_seconds_bucket{" + labels + ",le=\"2.5\"} 1")
        .contains("e2e_request_latency_seconds_bucket{" + labels + ",le=\"2.0\"} 0")
        .contains("time_to_first_token_seconds_bucket{" + labels + ",le=\"0.5\"} 1")
        .contains("time_to_first_token_seconds_bucket{" + labels + ",le=\"0.25\"} 0")
        .contains("request_time_per_output_token_seconds_bucket{" + labels + ",le=\"0.4\"} 0")
        .contains("request_time_per_output_token_seconds_bucket{" + labels + ",le=\"0.5\"} 1")
        .contains("request_queue_time_seconds_bucket{" + labels + ",le=\"0.3\"} 1")
        .contains("request_success_total{finished_reason=\"stop\",service=\"svc\"} 1.0")
        .contains("prompt_tokens_total{service=\"svc\"} 10.0")
        .contains("generation_tokens_total{service=\"svc\"} 5.0")
        .contains("deepseek_requests_total{status=\"success\"} 1.0")
        .contains("deepseek_output_tokens_total 5.0")
        .contains("deepseek_response_duration_seconds_count 1")
        .contains("log_dropped_total 3.0")
        .contains("burnline_build_info{version=\"1.2\"} 1")
        .contains("num_requests_running 0.0")
        .contains("jvm_memory_used_bytes");
  }

  @Test
  void everyGapBetweenTokensIsObservedAndNotTheirMean() {
    for (int i = 0; i < 2; i++) {
      metrics.observe(
          finished(Outcome.success(FinishReason.STOP), "fake", "team-a", "/v1/completions"));
    }
    metrics.observe(
        finished(Outcome.success(FinishReason.LENGTH), "fake", "team-a", "/v1/completions"));
    String labels =
        "error_type=\"\",finish_reason=\"stop\",model=\"fake\",route=\"/v1/completions\","
            + "service=\"svc\",status=\"success\",tenant=\"team-a\"";
    assertThat(text().lines().filter(line -> line.contains("inter_token_latency_seconds")))
        .contains(
            "# TYPE inter_token_latency_seconds histogram",
            "inter_token_latency_seconds_bucket{" + labels + ",le=\"0.05\"} 0",
            "inter_token_latency_seconds_bucket{" + labels + ",le=\"0.075\"} 6",
            "inter_token_latency_seconds_bucket{" + labels + ",le=\"1.0\"} 6",
            "inter_token_latency_seconds_bucket{" + labels + ",le=\"2.5\"} 8",
            "inter_token_latency_seconds_bucket{" + labels + ",le=\"+Inf\"} 8",
            "inter_token_latency_seconds_count{" + labels + "} 8",
            "inter_token_latency_seconds_sum{" + labels + "} 4.0");
  }

  @Test
  void whatALogLineCostsARequestIsAHistogram() {
    metrics.logCost(5_000);
    metrics.logCost(5_001);
    metrics.logCost(60_000);
    metrics.logCost(1_000_000_000);

    assertThat(text())
        .contains("request_log_cost_seconds_bucket{le=\"5.0E-6\"} 1")
        .contains("request_log_cost_seconds_bucket{le=\"1.0E-5\"} 2")
        .contains("request_log_cost_seconds_bucket{le=\"5.0E-5\"} 2")
        .contains("request_log_cost_seconds_bucket{le=\"1.0E-4\"} 3")
        .contains("request_log_cost_seconds_bucket{le=\"0.01\"} 3")
        .contains("request_log_cost_seconds_bucket{le=\"+Inf\"} 4")
        .contains("request_log_cost_seconds_count 4")
        .contains("request_log_cost_seconds_sum 1.000070001");
  }

  @Test
  void everyRequestIsInTheNextExpositionHoweverManyThereAreAtOnce() throws Exception {
    RequestFinished event =
        finished(Outcome.success(FinishReason.STOP), "fake", "team-a", "/v1/completions");
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread thread =
          new Thread(
              () -> {
                for (int n = 0; n < 2_500; n++) {
                  metrics.observe(event);
                }
              });
      thread.start();
      threads.add(thread);
    }
    while (threads.stream().anyMatch(Thread::isAlive)) {
      metrics.exposition();
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(text())
        .contains("request_success_total{finished_reason=\"stop\",service=\"svc\"} 10000.0");
  }

  @Test
  void aPromptThatTheModelNeverReadIsNotCounted() {
    Outcome full = Outcome.rejected(429, ErrorType.OVERLOADED, "the queue is full");
    RequestFinished read = finished(full, "fake", "team-a", "/v1/completions");
    metrics.observe(
        new RequestFinished(
            "r",
            full,
            read.parameters(),
            read.prompt(),
            new Answer("", 1_000L, null, null),
            new Timings(Instant.EPOCH, 1, null, null, null, null, null),
            new Load(40L, null),
            null));
    assertThat(text()).contains("prompt_tokens_total{service=\"svc\"} 0.0");
    metrics.observe(read);
    assertThat(text()).contains("prompt_tokens_total{service=\"svc\"} 10.0");
  }

  @Test
  void whatClientsMayChooseFreelyMakesNoSeries() {
    for (int i = 0; i < 100; i++) {
      metrics.observe(
          finished(
              Outcome.rejected(404, ErrorType.VALIDATION, "no"), "model-" + i, "t-" + i, "/r" + i));
    }
    assertThat(text().lines().filter(line -> line.startsWith("requests_finished_total{")))
        .containsExactly(
            "requests_finished_total{error_type=\"validation\",finish_reason=\"\",model=\"other\","
                + "route=\"other\",service=\"svc\",status=\"rejected\",tenant=\"other\"} 100.0");
  }

  @Test
  void seriesOfAnsweredRequestsStartAtZero() {
    metrics.ready();
    assertThat(text().lines().filter(line -> line.startsWith("requests_finished_total{")))
        .hasSize(2)
        .allMatch(line -> line.endsWith(" 0.0"));
  }

  /** The buckets for which the jobs write rules; the modules share the contract and no code. */
  @Test
  void bucketsAreThoseThatRulesAreWrittenFor() throws Exception {
    Path rules =
        Path.of(
            System.getProperty("burnline.root"),
            "spark-jobs/src/main/java/dev/burnline/slo/prometheus/RuntimeMetrics.java");
    String source = Files.readString(rules).replaceAll("\"\\s*\\+\\s*\"", "");
    for (double[] bounds : List.of(Buckets.REQUEST, Buckets.FIRST_TOKEN, Buckets.BETWEEN_TOKENS)) {
      StringBuilder text = new StringBuilder();
      for (double bound : bounds) {
        text.append(text.isEmpty() ? "" : " ")
            .append(
                bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound));
      }
      assertThat(source).contains("\"" + text + "\"");
    }
  }

  @Test
  void promtoolFindsNothingWrong() throws Exception {
    Optional<Path> promtool =
        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
            .map(path -> Path.of(path, "promtool"))
            .filter(Files::isExecutable)
            .findFirst();
    if (promtool.isEmpty() && "fail".equals(System.getProperty("burnline.skips"))) {
      fail("promtool is not installed, and skipping is not allowed here");
    }
    assumeTrue(promtool.isPresent(), "promtool is not installed");
    metrics.ready();
    metrics.observe(finished(Outcome.success(FinishReason.STOP), "fake", "", null));
    Path text = Files.write(folder.resolve("metrics.txt"), metrics.exposition());
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(promtool.get().toString(), "check", "metrics")
            .redirectInput(text.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    List<String> remarks =
        Files.readAllLines(said).stream()
            // Names that vLLM or the JVM's metrics have, and their dashboards expect.
            .filter(line -> !line.startsWith("jvm_"))
            .toList();
    assertThat(remarks).isEmpty();
  }
}
