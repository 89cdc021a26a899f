package dev.burnline.generate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatableRunTest {

  private static final String CRASH =
      "incidents: [{pattern: process_crash, start: PT5H}, {pattern: error_burst, start: PT9H}]";
  private static final int MEBIBYTE = 1 << 20;

  @TempDir private Path folder;

  @Test
  void equal_options_give_equal_bytes_and_another_seed_gives_others() throws IOException {
    List<Path> first = written("first", "--seed=3");
    List<Path> second = written("second", "--seed=3");
    List<Path> other = written("other", "--seed=4");

    assertThat(first).hasSameSizeAs(second).hasSizeGreaterThan(6);
    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i)).hasFileName(first.get(i).getFileName().toString());
      assertThat(second.get(i)).hasSameBinaryContentAs(first.get(i));
    }
    assertThat(Files.mismatch(first.get(first.size() - 1), other.get(other.size() - 1)))
        .isNotEqualTo(-1);
  }

  @Test
  void files_are_as_large_as_asked_and_oldest_last_in_number() throws IOException {
    GeneratedLogs logs =
        GeneratedLogs.generate(
            folder,
            "",
            "--days=1",
            "--requests=500",
            "--rotate-mb=1",
            "--gzip",
            "--plain-backups=2");
    List<Path> files = logs.files("gpu-node-01");
    String last = "";

    assertThat(files).hasSizeGreaterThan(6);
    assertThat(files.get(files.size() - 1)).hasFileName("app.log");
    assertThat(files.get(files.size() - 2)).hasFileName("app.log.1");
    assertThat(files.get(files.size() - 3)).hasFileName("app.log.2");
    assertThat(files.get(files.size() - 4)).hasFileName("app.log.3.gz");
    for (Path file : files) {
      byte[] content = GeneratedLogs.content(file);
      assertThat(content).hasSizeLessThanOrEqualTo(MEBIBYTE);
      if (!file.endsWith("app.log")) {
        assertThat(content).hasSizeGreaterThan(MEBIBYTE - 4096);
      }
      List<String> times = new ArrayList<>();
      GeneratedLogs.rawLines(file, line -> times.add(new String(line, 14, 24, UTF_8)));
      assertThat(times).isSorted();
      assertThat(times.get(0)).isGreaterThanOrEqualTo(last);
      last = times.get(times.size() - 1);
    }
  }

  @Test
  void backups_cut_the_oldest_files_and_the_truth_says_so() throws IOException {
    GeneratedLogs logs =
        GeneratedLogs.generate(
            folder, "", "--days=1", "--requests=500", "--rotate-mb=1", "--backups=3");

    assertThat(logs.files("gpu-node-01"))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("app.log.3", "app.log.2", "app.log.1", "app.log");
    assertThat(logs.truth().at("/removed_files/gpu-node-01").asInt()).isEqualTo(3);
  }

  @Test
  void instances_share_the_requests_of_their_service() {
    GeneratedLogs logs =
        GeneratedLogs.generate(
            folder,
            "",
            "--days=1",
            "--requests=1001",
            "--services=a:minimal@3,b:minimal",
            "--instances=2");

    assertThat(logs.truth().at("/services/a/requests").asInt()).isEqualTo(750);
    assertThat(logs.truth().at("/services/b/requests").asInt()).isEqualTo(251);
    assertThat(logs.lines("gpu-node-01")).hasSize(375);
    assertThat(logs.lines("gpu-node-04")).hasSize(126);
  }

  private List<Path> written(String name, String seed) throws IOException {
    Path here = Files.createDirectories(folder.resolve(name));
    GeneratedLogs logs =
        GeneratedLogs.generate(
            here,
            CRASH,
            seed,
            "--days=1",
            "--requests=800",
            "--services=a,b:minimal",
            "--rotate-mb=1",
            "--gzip");
    List<Path> files = new ArrayList<>(logs.files("gpu-node-01"));
    files.addAll(logs.files("gpu-node-02"));
    files.add(logs.truthFile());
    return files;
  }
}
