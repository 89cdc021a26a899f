package dev.burnline.trust;

import static dev.burnline.trust.Scene.lines;
import static dev.burnline.trust.Scene.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults 11, 12 and 19 of the list: lines that are cut, too long, or of another time. */
class LineFaultsTest {

  @TempDir Path folder;
  private Scene scene;

  @BeforeEach
  void begin() throws IOException {
    scene = Scene.in(folder);
  }

  @Test
  void fault_11_a_last_line_cut_at_every_byte_also_inside_a_character() throws IOException {
    byte[] line = Request.at(2).bytes();
    for (int cut = 1; cut < line.length; cut += 3) {
      Scene one = new Scene(Workbench.in(folder.resolve("cut-" + cut), 100));
      one.write("app.log", minutes(1, 1));
      one.write("app.log", Arrays.copyOf(line, cut));
      one.crunchAll();
      one.counts(minutes(1, 1));
      one.write("app.log", Arrays.copyOfRange(line, cut, line.length));
      one.crunchAll();
      one.counts(minutes(1, 2));
      assertThat(one.completeness().malformed()).isZero();
    }
  }

  @Test
  void fault_11_a_cut_line_that_is_completed_after_rotation_and_compression() throws IOException {
    byte[] line = Request.at(2).bytes();
    scene.write("app.log", minutes(1, 1));
    scene.write("app.log", Arrays.copyOf(line, 150));
    scene.crunchAll();
    scene.rotate();
    scene.write("app.log", minutes(3, 3));
    scene.write("app.log.1", Arrays.copyOfRange(line, 150, line.length));
    scene.gzip("app.log.1");
    scene.crunchAll();

    scene.counts(minutes(1, 3));
  }

  @Test
  void fault_11_a_line_that_its_writer_never_completed_is_one_unusable_line() throws IOException {
    scene.write("app.log", minutes(1, 1));
    scene.write("app.log", Arrays.copyOf(Request.at(2).bytes(), 50));
    scene.crunchAll();
    scene.write("app.log", minutes(3, 4));
    scene.crunchAll();

    scene.counts(minutes(1, 1), minutes(4, 4));
    assertThat(scene.completeness().malformedByReason()).isEqualTo(Map.of("broken_json", 1L));
    assertThat(scene.lostLines()).isEqualTo(2);
  }

  @Test
  void fault_12_a_line_over_a_mebibyte_in_many_splits() throws IOException {
    scene = new Scene(Workbench.in(folder, 100_000));
    scene.write("app.log", minutes(1, 2));
    scene.write(
        "app.log",
        ("{\"timestamp\":\"2026-03-10T00:09:00Z\",\"x\":\"" + "y".repeat(1 << 20) + "\"}\n")
            .getBytes(StandardCharsets.UTF_8));
    scene.write("app.log", minutes(3, 4));
    scene.crunchAll();

    scene.counts(minutes(1, 4));
    assertThat(scene.completeness().malformedByReason()).isEqualTo(Map.of("too_long", 1L));
  }

  @Test
  void fault_12_a_line_over_a_mebibyte_that_grows_from_run_to_run() throws IOException {
    scene = new Scene(Workbench.in(folder, 300_000));
    scene.write("app.log", minutes(1, 2));
    for (int i = 0; i < 5; i++) {
      scene.write("app.log", "z".repeat(400_000).getBytes(StandardCharsets.UTF_8));
      scene.crunchAll();
      scene.counts(minutes(1, 2));
    }
    scene.write("app.log", "\n".getBytes(StandardCharsets.UTF_8));
    scene.write("app.log", minutes(3, 4));
    scene.crunchAll();

    scene.counts(minutes(1, 4));
    assertThat(scene.completeness().malformedByReason()).isEqualTo(Map.of("too_long", 1L));
  }

  @Test
  void a_line_that_ends_while_its_splits_are_read_is_not_lost() throws IOException {
    byte[] line = Request.at(2).bytes();
    for (int reads = 0; reads < 40; reads++) {
      Scene one = new Scene(Workbench.in(folder.resolve("reads-" + reads), 100));
      one.write("app.log", minutes(1, 1));
      one.write("app.log", Arrays.copyOf(line, line.length - 2));
      one.from(
          new AtRead(
              reads,
              () -> {
                one.write("app.log", Arrays.copyOfRange(line, line.length - 2, line.length));
                one.write("app.log", minutes(3, 3));
              }));
      assertThat(one.crunch().unread()).allMatch(log -> log.moved());
      one.from(Fault.NONE);
      one.crunch();
      one.crunchAll();
      boolean ended = one.bench().counted().requests().size() > 1;
      one.counts(minutes(1, ended ? 3 : 1));
    }
  }

  @Test
  void fault_19_a_clock_that_steps_back_lines_of_an_hour_ago_and_of_next_year() throws IOException {
    int year = 365 * 24 * 60;
    scene.write("app.log", Request.at(700).numbered(1), Request.at(701).numbered(2));
    scene.write("app.log", Request.at(640).numbered(3), Request.at(641 + year).numbered(4));
    scene.crunchAll();
    scene.write("app.log", Request.at(600).numbered(5), Request.at(702).numbered(6));
    scene.bench().compact((Request.FIRST_MINUTE + 650) * 60_000L);
    scene.rotate();
    scene.write("app.log", Request.at(642).numbered(7), Request.at(703).numbered(8));
    scene.crunchAll();
    scene.bench().compact(Long.MAX_VALUE);
    scene.crunchAll();

    scene.counts(
        minutes(600, 600),
        minutes(640, 640),
        minutes(642, 642),
        minutes(700, 703),
        minutes(641 + year, 641 + year));
    assertThat(scene.lostLines()).isZero();
    assertThat(scene.completeness().repeatedLines()).isZero();
  }

  @Test
  void repeated_blocks_of_lines_count_once_across_splits_and_runs() throws IOException {
    scene = new Scene(Workbench.in(folder, 400));
    scene.write("app.log", minutes(1, 8));
    scene.write("app.log", lines(minutes(3, 8)));
    scene.write("app.log", minutes(9, 10));
    scene.crunchAll();
    scene.write("app.log", lines(minutes(6, 10)));
    scene.write("app.log", minutes(11, 12));
    scene.crunchAll();

    scene.counts(minutes(1, 12));
    assertThat(scene.completeness().repeatedLines()).isEqualTo(11);
    assertThat(scene.completeness().duplicateRequests()).isEqualTo(11);
    assertThat(scene.lostLines()).isZero();
  }
}
