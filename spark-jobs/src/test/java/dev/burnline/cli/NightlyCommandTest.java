package dev.burnline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightlyCommandTest {

  @TempDir private Path folder;

  @Test
  void prints_a_summary_and_says_where_the_report_is() throws IOException {
    log("app.log", MinimalLog.day(1200, "success"));

    BurnlineRun run = nightly();

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("MET  nightly 2026-11-22 (UTC)  1,200 requests\n")
        .contains("  chat  MET  1,200 requests, 0.00 % errors, p95 1.4 s\n")
        .contains("    llm-availability     day 100 % of 99.9 %  30d budget left 100.0 %")
        .contains("  data: 1 segments, ")
        .endsWith("report: %s\n".formatted(folder.resolve("out/report.html")));
    assertThat(folder.resolve("out"))
        .isDirectoryContaining("glob:**/report.{html,json,eml}")
        .isDirectoryContaining("glob:**.csv");
  }

  @Test
  void an_indicator_that_misses_its_objective_never_looks_as_if_it_met_it() throws IOException {
    log("app.log", MinimalLog.day(2996, "success"));
    log("app.log.1", MinimalLog.day(3, "error"));

    BurnlineRun run = nightly();

    assertThat(run.out())
        .startsWith("MISSED  nightly 2026-11-22 (UTC)  2,999 requests\n")
        .contains("    llm-availability     day 99.899 % of 99.9 %  30d budget left")
        .contains("    llm-latency          day 100 % of 95 %  30d budget left");
  }

  @Test
  void an_estimate_is_told_as_one() throws IOException {
    log("app.log", MinimalLog.day(20_000, "success"));
    nightly();
    Files.delete(folder.resolve("logs/app.log"));
    log("later.log", MinimalLog.day(1, "success"));
    Path sample = Path.of(System.getProperty("burnline.root"), "sample-logs", "slo.yaml");
    Path slos =
        Files.writeString(
            folder.resolve("slo.yaml"),
            Files.readString(sample).replace("value: 10000", "value: 1001"));

    BurnlineRun run =
        BurnlineRun.of(
            folder,
            "nightly",
            "--logs",
            folder.resolve("logs").toString(),
            "--slo",
            slos.toString(),
            "--store",
            folder.resolve("store").toString(),
            "--out",
            folder.resolve("out").toString());

    // Durations are 500 to 1476 ms; which of those in the limit's bucket are good is not known.
    assertThat(run.out())
        .containsPattern(
            "llm-latency  .*  estimated: [\\d,]+ to [\\d,]+ good events of 20,001 to 20,001\n");
  }

  @Test
  void of_many_services_the_worst_stand_in_the_summary() throws IOException {
    for (char name = 'a'; name <= 'l'; name++) {
      log("host-" + name + ".log", MinimalLog.day(10, "success", "calm-" + name));
    }
    log("host-z.log", MinimalLog.day(10, "error", "zeta"));

    BurnlineRun run = nightly();

    assertThat(run.out())
        .containsSubsequence("\n  zeta  MISSED  10 requests", "\n  calm-a  MET", "\n  calm-i  MET")
        .doesNotContain("calm-j")
        .contains("\n  and 3 services more\n");
  }

  @Test
  void the_cause_counts_the_errors_that_the_objective_counts() throws IOException {
    StringBuilder failed = new StringBuilder();
    for (int i = 0; i < 505; i++) {
      failed.append(
          """
          {"timestamp":"2026-11-22T%s:0%d:00Z","service":"chat","status":"error","error_type":"%s"}
          """
              .formatted(i < 5 ? 10 : 20, i % 5, i < 5 ? "cuda_oom" : "validation"));
    }
    log("app.log", MinimalLog.day(1440, "success"));
    log("app.log.1", failed.toString().getBytes(UTF_8));

    assertThat(nightly().out()).startsWith("MISSED");

    assertThat(folder.resolve("out/report.html"))
        .content(UTF_8)
        .contains("; 5 of 1,445 requests (0.35\u00a0%) were bad.")
        .contains("Errors: 80\u00a0% of them between 10:00 and 10:04 (4\u00a0min).");
    JsonNode slo =
        new ObjectMapper()
            .readTree(folder.resolve("out/report.json").toFile())
            .at("/services/0/slos/0/bad_times");
    assertThat(slo.path("bad").intValue()).isEqualTo(5);
    assertThat(slo.path("spans")).hasSize(1);
    assertThat(slo.at("/spans/0/start").textValue()).isEqualTo("2026-11-22T10:00:00Z");
    assertThat(slo.at("/spans/0/end").textValue()).isEqualTo("2026-11-22T10:05:00Z");
    assertThat(slo.at("/spans/0/total").intValue()).isEqualTo(10);
  }

  @Test
  void a_day_without_requests_has_no_data_and_is_no_failure() throws IOException {
    log("app.log", MinimalLog.day(10, "success"));

    BurnlineRun run = nightly("--date", "2026-11-24");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            "burnline: the logs end at 2026-11-22T23:59:00Z, before 2026-11-24 begins, the last day"
                + " of this report\n");
    assertThat(run.out())
        .startsWith("NO_DATA  nightly 2026-11-24 (UTC)  0 requests\n")
        .contains("  chat  NO_DATA  0 requests\n");
  }

  @Test
  void a_day_before_all_logs_has_no_data() throws IOException {
    log("app.log", MinimalLog.day(10, "success"));

    BurnlineRun run = nightly("--date", "2019-05-01", "--fail-on", "missed");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("NO_DATA  nightly 2019-05-01 (UTC)  0 requests\n  data: 0 ");
  }

  @Test
  void a_missed_objective_fails_only_where_that_is_asked_for() throws IOException {
    log("app.log", MinimalLog.day(100, "error"));

    assertThat(nightly().exitCode()).isZero();
    BurnlineRun run = nightly("--fail-on", "missed");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).startsWith("MISSED  nightly 2026-11-22 (UTC)  100 requests\n");
  }

  @Test
  void a_missed_objective_is_not_hidden_by_a_service_without_requests() throws IOException {
    log("app.log", MinimalLog.day(100, "error"));
    log(
        "idle.log",
        """
        {"timestamp":"2026-11-20T10:00:00Z","service":"idle","status":"success","duration_ms":5}
        """
            .getBytes(UTF_8));

    BurnlineRun run = nightly("--fail-on", "missed");

    assertThat(run.out()).startsWith("NO_DATA  nightly 2026-11-22 (UTC)  100 requests\n");
    assertThat(run.exitCode()).isEqualTo(4);
  }

  @Test
  void a_service_that_no_log_has_is_named() throws IOException {
    log("app.log", MinimalLog.day(100, "success"));
    Path slo = folder.resolve("typo.yaml");
    Files.writeString(
        slo,
        """
        apiVersion: openslo/v1
        kind: SLO
        metadata: {name: up}
        spec:
          service: chta
          indicator:
            metadata: {name: up}
            spec:
              ratioMetric:
                good: {metricSource: {type: burnline, spec: {where: "status = 'success'"}}}
                total: {metricSource: {type: burnline, spec: {where: "status is not null"}}}
          timeWindow: [{duration: 7d, isRolling: true}]
          budgetingMethod: Occurrences
          objectives: [{target: 0.99}]
        """);

    BurnlineRun run = nightly("--slo", slo.toString());

    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            "burnline: service 'chta' of SLO 'up' has no request in any window; the logs have"
                + " 'chat'\n");
    assertThat(folder.resolve("out/report.json")).content(UTF_8).contains("service 'chta' of SLO");
  }

  @Test
  void the_store_alone_is_enough_once_the_logs_are_gone() throws IOException {
    log("app.log", MinimalLog.day(100, "success"));
    assertThat(nightly().exitCode()).isZero();
    Files.delete(folder.resolve("logs/app.log"));

    BurnlineRun run = BurnlineRun.nightly(folder);

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("MET  nightly 2026-11-22 (UTC)  100 requests\n");
  }

  @Test
  void an_empty_store_alone_has_nothing_to_report() {
    BurnlineRun run = BurnlineRun.nightly(folder);

    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            "burnline: the store %s is empty, and there is no --logs to read\n"
                .formatted(folder.resolve("store")));
    assertThat(run.exitCode()).isEqualTo(3);
  }

  @Test
  void a_report_of_other_logs_is_no_revision() throws IOException {
    log("app.log", MinimalLog.day(100, "success"));
    nightly();
    log("app.log", MinimalLog.day(90, "success"));
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.write(other.resolve("app.log"), MinimalLog.day(200, "success"));

    BurnlineRun.nightly(
        folder, "--logs", other.toString(), "--store", folder.resolve("store2").toString());

    assertThat(folder.resolve("out/report.json")).content(UTF_8).contains("\"revision\": 1");
  }

  @Test
  void the_summary_as_json_is_one_line_in_every_locale() throws IOException {
    log("app.log", MinimalLog.day(1234, "success"));
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      BurnlineRun run = nightly("--format", "json");

      assertThat(run.out()).hasLineCount(1).endsWith("}\n");
      JsonNode summary = new ObjectMapper().readTree(run.out());
      assertThat(summary.path("verdict").textValue()).isEqualTo("MET");
      assertThat(summary.path("requests").intValue()).isEqualTo(1234);
      assertThat(Path.of(summary.path("json").textValue())).isRegularFile();
      assertThat(Path.of(summary.path("report").textValue())).isRegularFile();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void names_out_of_logs_do_not_reach_the_terminal_as_they_are() throws IOException {
    log(
        "app.log",
        MinimalLog.day(100, "success", "\\u001b[31mred\\u0007\\u009b2J\\u202eevil\\u2028"));
    log("\u001b[2Jbad.log", "not json\n".getBytes(UTF_8));

    BurnlineRun run = nightly();

    assertThat(run.out()).contains("  ?[31mred??2J?evil?  MET  100 requests");
    assertThat(run.err()).contains("?[2Jbad.log: no usable line in its first 9 bytes");
    assertThat(run.out() + run.err()).doesNotContainPattern("[\\p{Cc}\\p{Cf}\u2028&&[^\n]]");
  }

  @Test
  void a_report_can_be_in_chinese() throws IOException {
    log("app.log", MinimalLog.day(10, "success"));

    assertThat(nightly("--language", "zh-CN").exitCode()).isZero();

    assertThat(folder.resolve("out/report.html")).content(UTF_8).contains("<html lang=\"zh");
  }

  private void log(String name, byte[] content) throws IOException {
    Files.write(Files.createDirectories(folder.resolve("logs")).resolve(name), content);
  }

  private BurnlineRun nightly(String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "--logs";
    arguments[1] = folder.resolve("logs").toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return BurnlineRun.nightly(folder, arguments);
  }
}
