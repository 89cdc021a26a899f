package dev.burnline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with arguments or SLO files is said before anything is read. */
class WrongUsageTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--date  | 2026-02-30  | Invalid value for option '--date': '2026-02-30' is not a date like"
            + " 2026-11-22",
        "--date  | yesterday   | Invalid value for option '--date': 'yesterday' is not a date like"
            + " 2026-11-22",
        "--date  | 9999-12-31  | Invalid value for option '--date': '9999-12-31' is not within the"
            + " years 1970 to 5999",
        "--zone  | Berlin      | Invalid value for option '--zone': 'Berlin' is not a zone like"
            + " Europe/Berlin or +05:45",
        "--zone  | +05:37      | Invalid value for option '--zone': '+05:37' is no zone: offsets"
            + " are multiples of 15 minutes",
        "--format | xml        | Invalid value for option '--format': expected one of [TEXT, JSON]"
            + " (case-insensitive) but was 'xml'",
        "--fail-on | met       | Invalid value for option '--fail-on': expected one of [MISSED]"
            + " (case-insensitive) but was 'met'",
        "--language | klingon  | Invalid value for option '--language': 'klingon' is not one of en,"
            + " zh-CN",
        "--wait  | -5          | --wait must be 0 to 604800 seconds, got -5",
        "--wait  | 99999999999 | --wait must be 0 to 604800 seconds, got 99999999999",
        "--logs  | ''          | --logs has an empty path: is a variable of the caller not set?",
        "--store | ''          | --store is an empty path: is a variable of the caller not set?",
        "--dat   | 2026-11-22  | Unknown options: '--dat', '2026-11-22'",
      })
  void a_wrong_value_is_refused(String option, String value, String message) {
    BurnlineRun run = BurnlineRun.of(folder, "nightly", option, value);

    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            "burnline: %s\nTry 'burnline nightly --help'.\n".formatted(message));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"nightly, --date", "budget, --as-of"})
  void a_day_that_a_zone_has_left_out_is_refused(String command, String option) {
    BurnlineRun run =
        BurnlineRun.of(folder, command, option, "2011-12-30", "--zone", "Pacific/Apia");

    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            "burnline: %s 2011-12-30 is a day that Pacific/Apia has left out: 2011-12-31 comes after"
                    .formatted(option)
                + " 2011-12-29\nTry 'burnline %s --help'.\n".formatted(command));
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void an_option_without_its_value_is_refused() {
    BurnlineRun run = BurnlineRun.of(folder, "nightly", "--logs");

    assertThat(run.err()).startsWith("burnline: Missing required parameter for option '--logs'");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void a_missing_command_is_refused() {
    BurnlineRun run = BurnlineRun.of(folder);

    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            "burnline: Missing required subcommand\nTry 'burnline --help'.\n");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void an_slo_file_that_does_not_exist_is_refused() {
    Path missing = folder.resolve("slo.yaml");

    BurnlineRun run = BurnlineRun.of(folder, "nightly", "--slo", missing.toString());

    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            "burnline: the SLO file has 1 problem:\n%s: no such file or folder\n"
                .formatted(missing));
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void every_problem_of_an_slo_file_is_listed() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("slo.yaml"),
            """
            apiVersion: openslo/v1
            kind: SLO
            metadata: {name: fast}
            spec:
              service: chat
              indicator:
                metadata: {name: fast}
                spec:
                  thresholdMetric: {metricSource: {type: burnline, spec: {value: duratoin_ms}}}
              timeWindow: [{duration: 30d, isRolling: true}]
              budgetingMethod: Occurrences
              objectives: [{op: lte, value: 10000, target: 99.9}]
            """);

    BurnlineRun run = BurnlineRun.of(folder, "nightly", "--slo", file.toString());

    assertThat(run.err())
        .startsWith("burnline: the SLO file has 2 problems:\n")
        .contains(file.toString())
        .contains("duratoin_ms")
        .contains("99.9");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--logs",
        "--slo",
        "--store",
        "--date",
        "--zone",
        "--out",
        "--format",
        "--language",
        "--fail-on",
        "--help",
        "--version"
      })
  void help_explains_every_option(String option) {
    BurnlineRun run = BurnlineRun.of(folder, "nightly", "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).containsPattern("(?m)^ .*" + option + "\\b").contains("Examples:");
  }

  @Test
  void help_explains_every_exit_code() {
    BurnlineRun run = BurnlineRun.of(folder, "--help");

    assertThat(run.out())
        .contains("nightly")
        .contains("0   done")
        .contains("2   wrong usage or configuration")
        .contains("3   input that cannot be read, or not to its end")
        .contains("4   SLO missed (only with --fail-on missed)");
  }

  @Test
  void version_is_one_line() {
    assertThat(BurnlineRun.of(folder, "--version").out()).matches("burnline \\S+\\R");
  }
}
