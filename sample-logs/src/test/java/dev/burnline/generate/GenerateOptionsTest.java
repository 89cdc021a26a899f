package dev.burnline.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateOptionsTest {

  @TempDir private Path folder;

  @Test
  void help_names_every_option_with_its_default_and_gives_examples() {
    GeneratedLogs.Outcome help = GeneratedLogs.execute(List.of("--help"));

    assertThat(help.exitCode()).isZero();
    assertThat(help.out())
        .contains("Usage: burnline generate", "--rotate-mb=MIB", "Default: 100.", "Examples:");
  }

  @Test
  void the_version_is_that_of_the_project() throws IOException {
    Path pom = Path.of(System.getProperty("burnline.root", "..")).resolve("pom.xml");
    String own = Files.readString(pom).replaceFirst("(?s)<dependenc.*", "");

    GeneratedLogs.Outcome version = GeneratedLogs.execute(List.of("--version"));

    assertThat(version.exitCode()).isZero();
    assertThat(version.out()).startsWith("burnline generate ");
    assertThat(own)
        .contains("<version>" + version.out().replace("burnline generate ", "").strip() + "<");
  }

  @Test
  void options_out_of_range_are_refused_with_the_value() {
    refused("--days: must be in [1, 3660], got 0", "--days=0");
    refused("--requests: must be in", "--requests=-1");
    refused("--rotate-mb: must be in (0, 1048576], got NaN", "--rotate-mb=NaN");
    refused("--instances: must be in [1, 99], got 100", "--instances=100");
    refused("Invalid value for option '--start': cannot convert 'yesterday'", "--start=yesterday");
    refused("Unknown option: '--colour'", "--colour");
    refused(
        "--services: each must be name[:contract|minimal][@share], got 'a b'", "--services=a b");
    refused("--services: format must be contract or minimal, got 'xml'", "--services=a:xml");
    refused("--services: 'a' is named twice", "--services=a,a:minimal");
  }

  @Test
  void the_folder_is_required() {
    GeneratedLogs.Outcome outcome = GeneratedLogs.execute(List.of());

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("Missing required option: '--out=DIR'");
  }

  @Test
  void every_problem_of_an_incident_file_is_named_at_once() throws IOException {
    Path file = folder.resolve("bad.yaml");
    Files.writeString(
        file,
        """
        incidents:
          - {pattern: cuda_ooom, start: PT1H}
          - {pattern: cuda_oom, start: noon, intensity: 2}
          - {pattern: error_burst, start: P40D, error_type: tired, colour: red}
        """);

    refused(
        file + ": incidents[0].pattern: must be one of latency_spike_gpu_idle",
        "--incidents=" + file);
    refused("incidents[1].start: must be a time like 2026-11-22T13:10:00Z", "--incidents=" + file);
    refused("incidents[1].intensity: must be a number in [0.0, 1.0], got 2", "--incidents=" + file);
    refused("incidents[2].colour: is not known; known are [pattern,", "--incidents=" + file);
    refused("incidents[2].error_type: must be one of [client_disconnect,", "--incidents=" + file);
    refused("incidents[2].start: must be in [2026-11-14T00:00:00Z,", "--incidents=" + file);
  }

  @Test
  void an_incident_file_that_is_missing_or_no_yaml_is_refused() throws IOException {
    Path file = folder.resolve("no.yaml");
    refused("--incidents: cannot read " + file, "--incidents=" + file);

    Files.writeString(file, "incidents: [");
    refused(file + ": not YAML", "--incidents=" + file);

    Files.writeString(file, "- 1");
    refused(file + ": expected one key 'incidents' with a list", "--incidents=" + file);
  }

  @Test
  void an_incident_needs_somebody_to_show_it() throws IOException {
    Path file = folder.resolve("nobody.yaml");
    Files.writeString(file, "incidents: [{pattern: wedged, start: PT1H, service: chat}]");

    refused("wedged at 2026-11-14T01:00:00Z: service must be * or one of", "--incidents=" + file);
    refused(
        "leaves nothing in the minimal lines of chat",
        "--incidents=" + file,
        "--services=chat:minimal");
  }

  @Test
  void a_full_folder_is_refused_unless_forced_and_only_logs_are_replaced() throws IOException {
    Path host = Files.createDirectories(folder.resolve("logs/gpu-node-01"));
    Path note = Files.writeString(host.resolve("note.txt"), "mine");
    Path old = Files.writeString(host.resolve("app.log.7"), "old");

    refused("is not empty; --force replaces the logs in it", "--days=1");
    assertThat(old).exists();

    GeneratedLogs.generate(folder, "", "--days=1", "--requests=10", "--force");
    assertThat(old).doesNotExist();
    assertThat(note).hasContent("mine");
  }

  @Test
  void the_truth_is_never_written_among_the_logs() {
    Path inside = folder.resolve("logs/truth.json");

    refused("--truth: must not be inside the logs' folder, got " + inside, "--truth=" + inside);
  }

  @Test
  void a_folder_that_cannot_be_made_ends_with_three() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    GeneratedLogs.Outcome outcome =
        GeneratedLogs.execute(List.of("--out=" + file.resolve("logs"), "--days=1"));

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.err()).startsWith("burnline generate: cannot write: ");
  }

  private void refused(String message, String... options) {
    List<String> arguments = new ArrayList<>(List.of("--out=" + folder.resolve("logs")));
    arguments.addAll(Arrays.asList(options));
    GeneratedLogs.Outcome outcome = GeneratedLogs.execute(arguments);

    assertThat(outcome.err()).contains(message);
    assertThat(outcome.exitCode()).isEqualTo(2);
  }
}
