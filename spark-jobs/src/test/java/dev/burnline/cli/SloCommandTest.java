package dev.burnline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an SLO file tells without logs. */
class SloCommandTest {

  private static final Path HOME = Path.of(System.getProperty("burnline.root"));
  private static final Path SAMPLE = HOME.resolve("sample-logs/slo.yaml");

  @TempDir private Path folder;

  private static BurnlineRun slo(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "slo";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return BurnlineRun.of(HOME, all);
  }

  private Path file(String name, String target, String more) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        """
        apiVersion: openslo/v1
        kind: SLO
        metadata: {name: %s}
        spec:
          service: chat
          indicator:
            metadata: {name: fast}
            spec:
              thresholdMetric: {metricSource: {type: burnline, spec: {value: ttft_ms}}}
          timeWindow: [{duration: 30d, isRolling: true}]
          budgetingMethod: Occurrences
          objectives: [{op: lte, value: 2000, target: %s%s}]
        """
            .formatted(name.replace(".yaml", ""), target, more));
  }

  @Test
  void a_sound_file_is_shown_as_it_is_understood() {
    BurnlineRun run = slo("validate", SAMPLE.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("llm-availability  every service  99.9 %  rolling 30d  Occurrences\n")
        .contains("  good    those where status = 'success'\n")
        .contains("  page    1h/5m    burn rate above 14.4    fires above 1.44 % bad\n")
        .contains("  valid   requests where status = 'success', that carry duration_ms\n")
        .endsWith("2 SLOs, 0 problems, 0 notices\n");
  }

  @Test
  void what_an_slo_is_grouped_by_is_named_by_validate_and_explain() throws IOException {
    Path file = file("fast.yaml", "0.99", "");
    Files.writeString(
        file,
        Files.readString(file)
            .replace(
                "metadata: {name: fast}\nspec:\n  service",
                "metadata: {name: fast, annotations: {burnline.dev/group-by: [tenant, model]}}\n"
                    + "spec:\n  service"));

    assertThat(slo("validate", file.toString()).out())
        .contains("  also    for every tenant and every model\n");
    assertThat(slo("validate", "--format", "json", file.toString()).out())
        .contains("\"group_by\":[\"tenant\",\"model\"]");
    assertThat(slo("explain", "fast", "--slo", file.toString()).out())
        .contains("  groups    once more for every tenant and every model seen, the 20 worst on");
  }

  @Test
  void excluded_maintenance_is_told_by_validate_and_explain_as_it_is_understood()
      throws IOException {
    String days =
        "RRULE:FREQ=WEEKLY;BYDAY=SU DTSTART=2026-01-04T00:00 DURATION=P1D ZONE=Europe/Berlin";
    String nights =
        "RRULE:FREQ=DAILY;COUNT=3 DTSTART=2026-03-28T02:30 DURATION=PT90M ZONE=Europe/Berlin";
    Path file = file("fast.yaml", "0.99", "");
    Files.writeString(
        file,
        Files.readString(file)
            .replace(
                "metadata: {name: fast}\nspec:\n  service",
                """
                metadata:
                  name: fast
                  annotations:
                    burnline.dev/exclude:
                      - %s
                      - %s
                      - 2026-10-25T00:00[Europe/Berlin]/P1D
                      - 2026-11-20T01:00Z/PT2H
                spec:
                  service"""
                    .formatted(days, nights)));

    BurnlineRun explained =
        slo("explain", "fast", "--slo", file.toString(), "--at", "2026-10-25T12:00Z");

    assertThat(slo("validate", file.toString()).out())
        .contains("  without " + days + "\n")
        .contains(
            "  without 2026-10-25T00:00+02:00 to 2026-10-26T00:00+01:00 ZONE=Europe/Berlin\n");
    assertThat(slo("validate", "--format", "json", file.toString()).out())
        .contains("\"excluded\":[\"RRULE:FREQ=WEEKLY;BYDAY=SU DTSTART");
    assertThat(explained.err()).isEmpty();
    assertThat(explained.out())
        .contains(
            """
              excluded  RRULE:FREQ=WEEKLY;BYDAY=SU DTSTART=2026-01-04T00:00 DURATION=P1D ZONE=Europe/Berlin
                        now   2026-10-25T00:00+02:00 to 2026-10-26T00:00+01:00
                        next  2026-11-01T00:00+01:00 to 2026-11-02T00:00+01:00
              excluded  RRULE:FREQ=DAILY;COUNT=3 DTSTART=2026-03-28T02:30 DURATION=PT1H30M ZONE=Europe/Berlin
                        over  2026-03-29T03:00+02:00 to 2026-03-29T04:30+02:00
                        over  2026-03-30T02:30+02:00 to 2026-03-30T04:00+02:00
              excluded  2026-10-25T00:00+02:00 to 2026-10-26T00:00+01:00 ZONE=Europe/Berlin
              excluded  2026-11-20T01:00Z to 2026-11-20T03:00Z ZONE=Z
            """);
    assertThat(slo("explain", "fast", "--slo", file.toString()).out()).contains("next  20");
  }

  @Test
  void every_problem_and_notice_of_all_files_is_listed() throws IOException {
    Path low = file("low.yaml", "0.9", ", timeSliceWindow: 5m");
    Path wrong = file("wrong.yaml", "99.9", "");

    BurnlineRun run = slo("validate", low.toString(), wrong.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0))
        .isEqualTo(
            wrong
                + ":12:47: document 1 (SLO wrong), spec.objectives[0].target: must be in (0, 1),"
                + " got 99.9");
    assertThat(lines.get(1))
        .startsWith("notice: " + low + ":12:16: document 1 (SLO low), spec.objectives[0]: ")
        .contains("can never fire");
    assertThat(lines.get(2))
        .startsWith(
            "notice: " + low + ":12:69: document 1 (SLO low), spec.objectives[0].timeSlice");
    assertThat(lines.get(3)).isEqualTo("not usable, 1 problem, 2 notices");
  }

  @Test
  void the_same_as_json_names_each_part_of_a_problem() throws IOException {
    Path wrong = file("wrong.yaml", "99.9", "");

    BurnlineRun run = slo("validate", "--format", "json", wrong.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    JsonNode problem = new ObjectMapper().readTree(run.out()).at("/problems/0");
    assertThat(problem.get("file").asText()).isEqualTo(wrong.toString());
    assertThat(problem.get("line").asInt()).isEqualTo(12);
    assertThat(problem.get("path").asText()).isEqualTo("spec.objectives[0].target");
    assertThat(problem.get("message").asText()).isEqualTo("must be in (0, 1)");
    assertThat(problem.get("value").asText()).isEqualTo("99.9");
  }

  @Test
  void json_of_a_sound_file_has_exact_figures_in_every_locale() throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      BurnlineRun run = slo("validate", "--format", "json", SAMPLE.toString());

      JsonNode slo = new ObjectMapper().readTree(run.out()).at("/slos/0");
      assertThat(run.out()).hasLineCount(1).contains("\"factor\":14.4,\"bad_share\":0.0144,");
      assertThat(slo.get("services").asText()).isEqualTo("*");
      assertThat(slo.at("/alerts/3/reachable").asBoolean()).isTrue();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void json_of_a_file_cannot_steer_the_terminal() throws IOException {
    Path file = file("fast.yaml", "0.99", "");
    Files.writeString(
        file,
        Files.readString(file)
            .replace(
                "{name: fast}\nspec:\n  service",
                "{name: fast, displayName: \"快\\u202E\"}\nspec:\n  service"));

    BurnlineRun run = slo("validate", "--format", "json", file.toString());

    assertThat(run.out()).contains("\"display_name\":\"快\\u202e\"").doesNotContain("\u202e");
  }

  @Test
  void alerts_that_are_no_pairs_of_burn_rates_are_told_in_words() throws IOException {
    Path file = file("own.yaml", "0.95", "");
    Files.writeString(
        file,
        Files.readString(file)
                .replace(
                    "metadata: {name: own}",
                    "metadata: {name: own, annotations: {burnline.dev/alert-mode: traffic-aware}}")
            + """
              alertPolicies:
                - burn-rate
                - kind: AlertPolicy
                  metadata: {name: fast}
                  spec:
                    alertWhenNoData: true
                    conditions:
                      - kind: AlertCondition
                        metadata: {name: fast}
                        spec:
                          severity: page
                          condition:
                            {kind: burnrate, op: gte, threshold: 2, lookbackWindow: 1h, alertAfter: 5m}
                    notificationTargets:
                      - kind: AlertNotificationTarget
                        metadata: {name: desk}
                        spec: {target: mail}
            """);

    BurnlineRun validated = slo("validate", file.toString());
    BurnlineRun explained = slo("explain", "own", "--slo", file.toString());
    BurnlineRun exported = slo("prometheus", "--slo", file.toString());

    for (BurnlineRun run : List.of(validated, explained)) {
      assertThat(run.err()).isEmpty();
      assertThat(run.out())
          .contains(
              "  page when the last 1h and the last 5m each have bad ones for 2 % of the window's"
                  + " budget\n")
          .contains(
              "  page when the burn rate over the last 1h is at least 2 for 5m, or the last 1h has"
                  + " no data any more")
          .doesNotContain("above 14.4");
    }
    assertThat(exported.exitCode()).isEqualTo(2);
    assertThat(exported.err())
        .contains("slo 'own' is left out: its alerts are not pairs of burn rates alone");
  }

  @Test
  void an_slo_is_explained_from_its_file_alone() throws IOException {
    Path file = file("first-token.yaml", "0.95", "");

    BurnlineRun run = slo("explain", "first-token", "--slo", file.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("first-token: first-token\n  services  chat\n")
        .contains("  valid     requests that carry ttft_ms\n")
        .contains("  good      those with ttft_ms of at most 2 s\n")
        .contains("  budget    5 % of the requests may be bad: 36 hours without a single good one")
        .containsPattern(
            "page   6h/30m  above 30 % +never +never +never +never +217 min +109 min\n")
        .contains("page   1h/5m   a single failure fires it with up to 1 request in 1h\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "validate                          | slo validate   | Missing required parameter: 'FILE'",
        "explain                           | slo explain    | Missing required parameter: 'NAME'",
        "explain llm-latancy               | slo explain    | there is no SLO 'llm-latancy', the"
            + " nearest name is 'llm-latency'",
        "explain llm-latency --at 2026-11-23T07:30Z | slo explain | --at needs --store or --logs",
        "explain llm-latency --service chat | slo explain   | --service needs --store or --logs",
        "explain llm-latency --at 2026-11-23 --store x | slo explain | Invalid value for option"
            + " '--at': '2026-11-23' is not a time like 2026-11-23T07:30Z or"
            + " 2026-11-23T08:30:00+01:00",
        "explain llm-latency --at 1969-11-23T07:30:05Z --store x | slo explain"
            + " | Invalid value for option '--at': '1969-11-23' is not within the years 1970 to"
            + " 5999",
        "prometheus --format x             | slo prometheus | Unknown options: '--format', 'x'",
        "promotheus                        | slo            | Unmatched argument at index 1:"
            + " 'promotheus'",
      })
  void wrong_usage_is_refused(String arguments, String command, String message) {
    BurnlineRun run = slo(arguments.split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("burnline: " + message)
        .endsWith("Try 'burnline %s --help'.\n".formatted(command));
  }

  @Test
  void a_file_that_cannot_be_used_is_not_explained_and_not_exported() throws IOException {
    Path wrong = file("wrong.yaml", "99.9", "");

    for (String command : new String[] {"explain wrong", "prometheus"}) {
      BurnlineRun run = slo((command + " --slo " + wrong).split(" "));

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .isEqualTo(
              "burnline: the SLO file has 1 problem:\n%s:12:47: document 1 (SLO wrong), spec.objectives[0].target: must be in (0, 1), got 99.9\n"
                  .formatted(wrong));
    }
  }

  @Test
  void rules_go_to_standard_output_or_replace_a_file() throws IOException {
    Path rules = Files.writeString(folder.resolve("rules.yaml"), "old");

    BurnlineRun printed = slo("prometheus");
    BurnlineRun written = slo("prometheus", "--out", rules.toString());

    assertThat(printed.exitCode()).isZero();
    assertThat(printed.err()).isEmpty();
    assertThat(written.out()).isEmpty();
    assertThat(rules).hasContent(printed.out());
    assertThat(folder)
        .isDirectoryContaining(file -> file.equals(rules))
        .isDirectoryNotContaining("glob:**.writing");
    assertThat(printed.out())
        .startsWith("# Written by 'burnline slo prometheus' from SLO files with SHA-256 ")
        .contains("\ngroups:\n  - name: burnline/llm-availability\n");
  }

  @Test
  void an_slo_without_an_exact_form_is_named_and_the_others_are_written() throws IOException {
    Path odd = file("odd.yaml", "0.95", "");

    BurnlineRun run = slo("prometheus", "--slo", SAMPLE.toString(), "--slo", odd.toString());

    String reason =
        "slo 'odd' is left out: time_to_first_token_seconds has no bucket of 2 s, its buckets end"
            + " at 0.001,";
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("burnline: " + reason);
    assertThat(run.out())
        .contains("\n# " + reason)
        .contains("burnline/llm-latency")
        .doesNotContain("burnline/odd");
  }

  @ParameterizedTest
  @CsvSource({
    "validate,   --format,  burnline slo validate slo.yaml",
    "explain,    --service, burnline slo explain llm-latency --slo slo.yaml",
    "prometheus, --out,     burnline slo prometheus --slo slo.yaml --out burnline.rules.yaml"
  })
  void help_has_options_and_examples(String command, String option, String example) {
    BurnlineRun run = slo(command, "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(option).contains("  " + example + "\n");
  }

  @Test
  void the_help_of_prometheus_names_every_metric_and_label() {
    assertThat(slo("prometheus", "--help").out())
        .contains(
            "requests_finished_total",
            "e2e_request_latency_seconds",
            "time_to_first_token_seconds",
            "request_time_per_output_token_seconds",
            "request_queue_time_seconds")
        .containsPattern(
            "service,\\s+model,\\s+status,\\s+error_type,\\s+finish_reason,\\s+tenant\\s+and\\s+route");
  }
}
