package dev.burnline.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The logs in the repository are what the command in {@code incidents.yaml} writes today. */
class SampleLogsTest {

  private static final Path SAMPLE =
      Path.of(Objects.requireNonNullElse(System.getProperty("burnline.root"), ".."), "sample-logs");
  private static final long MOST_BYTES = 8_000_000;

  @TempDir private Path folder;

  @Test
  void the_command_in_the_incident_file_makes_the_sample_logs_again() throws IOException {
    List<String> arguments = new ArrayList<>(documentedCommand());
    replace(arguments, "--out", folder.resolve("logs"));
    replace(arguments, "--truth", folder.resolve("logs.truth.json"));
    replace(arguments, "--incidents", SAMPLE.resolve("incidents.yaml"));

    GeneratedLogs.Outcome outcome = GeneratedLogs.execute(arguments);

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(folder.resolve("logs.truth.json"))
        .hasSameTextualContentAs(SAMPLE.resolve("truth.json"));
    GeneratedLogs made = new GeneratedLogs(folder.resolve("logs"), folder.resolve("none"));
    GeneratedLogs kept = new GeneratedLogs(SAMPLE.resolve("logs"), SAMPLE.resolve("truth.json"));
    for (String host : List.of("gpu-node-01", "gpu-node-02")) {
      assertThat(names(made, host)).isEqualTo(names(kept, host));
      for (int i = 0; i < made.files(host).size(); i++) {
        // Not the zipped bytes: those may differ between builds of zlib.
        Path file = made.files(host).get(i);
        assertThat(Arrays.equals(content(made, host, i), content(kept, host, i)))
            .as(file.toString())
            .isTrue();
      }
    }
  }

  @Test
  void the_sample_logs_are_small_and_reach_the_last_minutes_of_their_last_day() throws IOException {
    long bytes;
    try (Stream<Path> files = Files.walk(SAMPLE.resolve("logs"))) {
      bytes = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
    assertThat(bytes).isLessThan(MOST_BYTES);
    for (String host : List.of("gpu-node-01", "gpu-node-02")) {
      List<String> lines =
          Files.readAllLines(SAMPLE.resolve("logs").resolve(host).resolve("app.log"));
      JsonNode last = GeneratedLogs.JSON.readTree(lines.get(lines.size() - 1));
      assertThat(last.get("timestamp").asText()).startsWith("2026-11-22T23:5");
    }
  }

  private static List<String> documentedCommand() throws IOException {
    String text =
        Files.readAllLines(SAMPLE.resolve("incidents.yaml")).stream()
            .filter(line -> line.matches("#   (burnline generate|  ).*"))
            .map(line -> line.substring(1).strip())
            .collect(Collectors.joining(" "));
    assertThat(text).startsWith("burnline generate --out logs ");
    return Arrays.asList(text.substring("burnline generate ".length()).split(" "));
  }

  private static void replace(List<String> arguments, String option, Path value) {
    arguments.set(arguments.indexOf(option) + 1, value.toString());
  }

  private static List<String> names(GeneratedLogs logs, String host) {
    return logs.files(host).stream().map(file -> file.getFileName().toString()).toList();
  }

  private static byte[] content(GeneratedLogs logs, String host, int index) {
    return GeneratedLogs.content(logs.files(host).get(index));
  }
}
