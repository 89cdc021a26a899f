package dev.burnline.trust;

import static dev.burnline.trust.Scene.lines;
import static dev.burnline.trust.Scene.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults 6, 8 and 9 of the list: files that become shorter under their writer. */
class TruncationFaultsTest {

  @TempDir Path folder;
  private Scene scene;

  @BeforeEach
  void begin() throws IOException {
    scene = Scene.in(folder);
  }

  @Test
  void fault_6_progress_beyond_the_size_of_a_file_that_lost_its_end() throws IOException {
    scene.write("app.log", minutes(1, 6));
    scene.crunchAll();
    scene.truncate("app.log", lines(minutes(1, 3)).length);
    scene.crunchAll();

    scene.counts(minutes(1, 6));
  }

  @Test
  void fault_6_a_file_that_lost_its_end_and_grew_again_is_named_and_read_on() throws IOException {
    scene.write("app.log", minutes(1, 6));
    scene.crunchAll();
    int readBefore = lines(minutes(1, 6)).length;
    scene.truncate("app.log", lines(minutes(1, 3)).length + 10);
    scene.write("app.log", "\n".getBytes(StandardCharsets.UTF_8));
    scene.write("app.log", minutes(21, 40));

    assertThat(scene.crunchUnread().get("app.log"))
        .startsWith(
            "it was shortened after it had been read up to byte %d; what was written up to byte "
                .formatted(readBefore))
        .endsWith(" since is not counted");
    int skipped = scene.bench().counted().requests().size();
    assertThat(skipped).isBetween(6 + 15, 6 + 17);
    scene.counts(minutes(1, 6), minutes(40 - (skipped - 6) + 1, 40));
    assertThat(scene.lostLines()).isEqualTo(40 - skipped);

    scene.write("app.log", minutes(41, 42));
    scene.crunchAll();
    scene.counts(minutes(1, 6), minutes(40 - (skipped - 6) + 1, 42));
  }

  @Test
  void fault_6_a_file_that_lost_its_end_and_is_still_shorter_than_before_is_named()
      throws IOException {
    scene.write("app.log", minutes(1, 200));
    scene.crunchAll();
    int readBefore = lines(minutes(1, 200)).length;
    int kept = lines(minutes(1, 50)).length;
    scene.truncate("app.log", kept);
    scene.crunchAll();
    Request[] since = ofBoot2(301, 400);
    scene.write("app.log", since);
    String reason =
        "it has %d bytes, but %d were read of it before it was shortened; what was written since is not counted"
            .formatted(kept + lines(since).length, readBefore);

    assertThat(scene.crunchUnread()).containsExactly(Map.entry("app.log", reason));
    scene.rename("app.log", "app.log.1");
    scene.bench().compact(Long.MAX_VALUE);
    assertThat(scene.crunchUnread()).containsExactly(Map.entry("app.log.1", reason));
    scene.counts(minutes(1, 200));
  }

  @Test
  void fault_6_a_file_that_lost_its_end_and_grew_to_a_line_that_begins_there_is_named()
      throws IOException {
    scene.write("app.log", minutes(1, 200));
    scene.crunchAll();
    int readBefore = lines(minutes(1, 200)).length;
    scene.truncate("app.log", lines(minutes(1, 50)).length);
    scene.write("app.log", ofBoot2(201, 349));
    byte[] fill =
        new byte[readBefore - lines(minutes(1, 50)).length - lines(ofBoot2(201, 349)).length];
    Arrays.fill(fill, (byte) ' ');
    fill[fill.length - 1] = '\n';
    scene.write("app.log", fill);
    scene.write("app.log", ofBoot2(350, 360));

    assertThat(scene.crunchUnread())
        .containsExactly(
            Map.entry(
                "app.log",
                "it was shortened after it had been read up to byte %1$d; what was written up to byte %1$d since is not counted"
                    .formatted(readBefore)));
    scene.counts(minutes(1, 200), minutes(350, 360));
    scene.crunchAll();
  }

  @Test
  void fault_6_an_early_copy_is_no_shortened_log_wherever_it_ends() throws IOException {
    byte[] content = lines(minutes(1, 300));
    scene = new Scene(Workbench.in(folder, 9_000));
    scene.write("app.log", Arrays.copyOf(content, content.length / 3));
    scene.crunchAll();
    scene.write("app.log", Arrays.copyOfRange(content, content.length / 3, content.length));
    scene.crunchAll();
    for (int size = content.length - 1; size > 300; size -= 1_777) {
      scene.truncate("app.log", size);
      scene.crunchAll();
    }

    scene.counts(minutes(1, 300));
  }

  private static Request[] ofBoot2(int first, int last) {
    return Stream.of(minutes(first, last))
        .map(request -> request.from("boot-2"))
        .toArray(Request[]::new);
  }

  @Test
  void fault_6_in_several_splits() throws IOException {
    scene = new Scene(Workbench.in(folder, 900));
    scene.write("app.log", minutes(1, 6));
    scene.crunchAll();
    scene.truncate("app.log", lines(minutes(1, 3)).length + 10);
    scene.write("app.log", "\n".getBytes(StandardCharsets.UTF_8));
    scene.write("app.log", minutes(21, 40));
    assertThat(scene.crunchUnread()).containsOnlyKeys("app.log");

    assertThat(scene.bench().counted().requests()).hasSizeBetween(6 + 15, 6 + 17);
    scene.crunchAll();
  }

  @Test
  void fault_8_copytruncate_with_lag() throws IOException {
    scene.write("app.log", minutes(1, 3));
    scene.crunchAll();
    scene.write("app.log", minutes(4, 6));
    scene.copy("app.log", "app.log.1");
    scene.truncate("app.log", 0);
    scene.write("app.log", minutes(7, 8));
    scene.crunchAll();

    scene.counts(minutes(1, 8));
    assertThat(scene.lostLines()).isZero();
  }

  @Test
  void fault_8_a_crunch_between_copy_and_truncate_counts_neither_twice() throws IOException {
    scene.write("app.log", minutes(1, 3));
    scene.copy("app.log", "app.log.1");
    scene.write("app.log", minutes(4, 4));
    scene.crunchAll();
    scene.truncate("app.log", 0);
    scene.crunchAll();
    scene.write("app.log", minutes(5, 6));
    scene.crunchAll();

    scene.counts(minutes(1, 6));
  }

  @Test
  void fault_8_lines_between_copy_and_truncate_are_a_counted_loss() throws IOException {
    scene.write("app.log", minutes(1, 3));
    scene.copy("app.log", "app.log.1");
    scene.write("app.log", minutes(4, 5));
    scene.truncate("app.log", 0);
    scene.write("app.log", minutes(6, 6));
    scene.crunchAll();

    scene.counts(minutes(1, 3), minutes(6, 6));
    assertThat(scene.lostLines()).isEqualTo(2);
  }

  @Test
  void fault_8_with_a_restart_of_the_writer_right_after() throws IOException {
    scene.write("app.log", minutes(1, 3));
    scene.crunchAll();
    scene.copy("app.log", "app.log.1");
    scene.truncate("app.log", 0);
    scene.write("app.log", Request.at(4).from("boot-2").numbered(1));
    scene.crunchAll();

    scene.counts(minutes(1, 4));
    assertThat(scene.lostLines()).isZero();
  }

  @Test
  void fault_9_truncated_and_grown_past_the_progress() throws IOException {
    scene.write("app.log", minutes(1, 2));
    scene.crunchAll();
    scene.truncate("app.log", 0);
    scene.write("app.log", minutes(3, 30));
    scene.crunchAll();

    scene.counts(minutes(1, 30));
  }

  @Test
  void fault_9_truncated_and_grown_at_any_moment_of_its_reading() throws IOException {
    for (int moment = 0; moment < 60; moment++) {
      Scene one = new Scene(Workbench.in(folder.resolve("moment-" + moment), 900));
      one.write("app.log", minutes(1, 20));
      one.from(
          new AtRead(
              moment,
              () -> {
                one.truncate("app.log", 0);
                one.write("app.log", minutes(21, 60));
              }));
      assertThat(one.crunch().unread()).allMatch(log -> log.moved());
      one.from(Fault.NONE);
      one.crunchAll();

      int before = one.bench().counted().requests().size() - 40;
      one.counts(before <= 0 ? new Request[0] : minutes(1, before), rest(one));
    }
  }

  /** The second content, if there was one to be seen. */
  private static Request[] rest(Scene scene) throws IOException {
    boolean changed = scene.bench().counted().requests().containsKey(Request.at(60).minute());
    return changed ? minutes(21, 60) : minutes(1, 20);
  }

  @Test
  void fault_9_shortened_and_written_on_at_any_moment_of_its_reading() throws IOException {
    for (int moment = 0; moment < 60; moment++) {
      Scene one = new Scene(Workbench.in(folder.resolve("moment-" + moment), 900));
      one.write("app.log", minutes(1, 20));
      one.from(
          new AtRead(
              moment,
              () -> {
                one.truncate("app.log", lines(minutes(1, 3)).length + 10);
                one.write("app.log", "\n".getBytes(StandardCharsets.UTF_8));
                one.write("app.log", minutes(41, 60));
              }));
      one.crunch();
      one.from(Fault.NONE);
      one.crunch();
      one.crunchAll();

      assertThat(one.bench().counted().requests().values()).containsOnly(1L);
      assertThat(one.bench().counted().requests().size() + one.lostLines())
          .as("counted or counted as lost, moment %d", moment)
          .isIn(20L, 60L);
    }
  }

  /** The head of NUL bytes that a writer without append mode leaves behind a truncation. */
  @ParameterizedTest
  @ValueSource(ints = {1, 300, 65_536, 1_200_000, 9_000_000, 20_000_001})
  void fault_9_a_head_of_nul_bytes(int nuls) throws IOException {
    scene.write("app.log", minutes(1, 3));
    scene.crunchAll();
    scene.copy("app.log", "app.log.1");
    scene.truncate("app.log", 0);
    scene.write("app.log", new byte[nuls]);
    scene.write("app.log", minutes(4, 4));
    scene.crunch();
    scene.write("app.log", minutes(5, 6));
    scene.crunchAll();
    scene.write("app.log", minutes(7, 7));
    scene.crunchAll();

    scene.counts(minutes(1, 3), minutes(5, 7));
    assertThat(scene.lostLines()).isEqualTo(1);
    assertThat(scene.completeness().malformedByReason())
        .isEqualTo(Map.of(nuls > 1 << 20 ? "too_long" : "nul_bytes", 1L));
  }

  @Test
  void a_file_of_nul_bytes_alone_waits() throws IOException {
    scene.write("app.log", new byte[100_000]);

    assertThat(scene.bench().find().waiting()).hasSize(1);
    assertThat(Files.size(scene.bench().log("app.log"))).isEqualTo(100_000);
  }
}
