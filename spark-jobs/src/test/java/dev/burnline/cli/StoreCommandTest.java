package dev.burnline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreCommandTest {

  @TempDir private static Path made;

  @TempDir private Path folder;

  private Path store;

  /** Two segments of 2026-11-22 with 300 lines each. */
  @BeforeAll
  static void makeStore() throws IOException {
    Path logs = Files.createDirectory(made.resolve("logs"));
    Files.write(logs.resolve("a.log"), MinimalLog.day(300, "success", "chat"));
    Files.write(logs.resolve("b.log"), MinimalLog.day(300, "success", "embed"));
    BurnlineRun run =
        BurnlineRun.of(
            made,
            "crunch",
            "--logs",
            logs.toString(),
            "--slo",
            BurnlineRun.REFERENCE_SLO_FILE.toString(),
            "--store",
            made.resolve("store").toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("holds 600 lines in 2 segments");
  }

  @BeforeEach
  void copyStore() throws IOException {
    store = Files.createDirectory(folder.resolve("store"));
    try (Stream<Path> files = Files.list(made.resolve("store"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, store.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void list_shows_each_file_and_the_sum() throws IOException {
    BurnlineRun run = store("list");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .hasSize(1 + 2 + 1)
        .first()
        .asString()
        .startsWith("first line            last line");
    for (Path rollup : rollups()) {
      assertThat(run.out())
          .containsPattern(
              "2026-11-22T00:0[0-9:]+Z +2026-11-22T23:59:59Z +300 +1  " + rollup.getFileName());
    }
    assertThat(run.out()).endsWith("600 lines in 2 segments, 2 files\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "verify", "compact", "forget"})
  void a_store_that_does_not_exist_is_refused_and_not_made(String command) {
    Path nowhere = folder.resolve("nowhere");

    BurnlineRun run = BurnlineRun.of(folder, "store", command, "--store", nowhere.toString());

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).isEqualTo("burnline: there is no store %s\n".formatted(nowhere));
    assertThat(run.out()).isEmpty();
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void verify_reads_every_row_of_a_sound_store() {
    BurnlineRun run = store("verify");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).matches("2 files with [\\d,]{3,} rows, 0 problems\n");
  }

  @Test
  void verify_names_what_is_damaged_and_changes_nothing() throws IOException {
    Path damaged = rollups().get(0);
    byte[] whole = Files.readAllBytes(damaged);
    byte[] cut = Arrays.copyOf(whole, whole.length - 40);
    Files.write(damaged, cut);

    BurnlineRun run = store("verify");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .startsWith("burnline: %s: ".formatted(damaged.getFileName()))
        .hasLineCount(1);
    assertThat(run.out()).endsWith(", 1 problems\n");
    assertThat(damaged).hasBinaryContent(cut);
  }

  @Test
  void compact_makes_one_file_of_a_day_that_is_over() throws IOException {
    BurnlineRun run = store("compact", "--before", "2026-11-23");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("2 files became 1\n");
    assertThat(rollups())
        .singleElement()
        .satisfies(file -> assertThat(file.getFileName().toString()).startsWith("compacted-"));
    assertThat(store("list").out()).endsWith("600 lines in 2 segments, 1 files\n");
    assertThat(store("verify").exitCode()).isZero();
  }

  @Test
  void compact_leaves_a_day_alone_that_is_not_over() throws IOException {
    assertThat(store("compact", "--before", "2026-11-22").out()).isEqualTo("2 files became 2\n");
    assertThat(rollups()).hasSize(2);
  }

  @Test
  void forget_deletes_the_days_before_and_says_which_files() throws IOException {
    List<Path> before = rollups();
    assertThat(store("forget", "--before", "2026-11-22").out()).isEqualTo("0 files deleted\n");
    assertThat(rollups()).isEqualTo(before);

    BurnlineRun run = store("forget", "--before", "2026-11-23");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .containsExactlyInAnyOrder(
            before.get(0).getFileName().toString(),
            before.get(1).getFileName().toString(),
            "2 files deleted");
    assertThat(rollups()).isEmpty();
  }

  @Test
  void forget_without_a_day_gives_up_only_what_was_set_aside() throws IOException {
    Path aside = Files.createDirectory(store.resolve("damaged"));
    Files.writeString(aside.resolve("x.rollup.avro"), "not a rollup", UTF_8);
    assertThat(store("verify").err()).isEqualTo("burnline: x.rollup.avro: set aside as damaged\n");

    BurnlineRun run = store("forget");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo("x.rollup.avro\n1 files deleted\n");
    assertThat(rollups()).hasSize(2);
    assertThat(store("verify").exitCode()).isZero();
  }

  private BurnlineRun store(String command, String... more) {
    String[] arguments = new String[4 + more.length];
    System.arraycopy(
        new String[] {"store", command, "--store", store.toString()}, 0, arguments, 0, 4);
    System.arraycopy(more, 0, arguments, 4, more.length);
    return BurnlineRun.of(folder, arguments);
  }

  private List<Path> rollups() throws IOException {
    try (Stream<Path> files = Files.list(store)) {
      return files.filter(file -> file.toString().endsWith(".rollup.avro")).sorted().toList();
    }
  }
}
