package dev.burnline.trust;

import static dev.burnline.trust.Scene.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults 1 to 5, 13, 14 and 18 of the list: files that are renamed, deleted, made again. */
class RotationFaultsTest {

  @TempDir Path folder;
  private Scene scene;

  @BeforeEach
  void begin() throws IOException {
    scene = Scene.in(folder);
  }

  @Test
  void fault_1_a_slow_cascade_with_a_crunch_after_every_step() throws IOException {
    int next = 1;
    for (int round = 0; round < 7; round++) {
      scene.write("app.log", minutes(next, next + 2));
      scene.crunchAll();
      scene.write("app.log", minutes(next + 3, next + 4));
      scene.rotate();
      scene.crunchAll();
      next += 5;
    }

    scene.counts(minutes(1, next - 1));
    assertThat(scene.lostLines()).isZero();
  }

  @Test
  void fault_1_a_cascade_that_is_in_the_middle_of_its_renames_while_the_crunch_looks()
      throws IOException {
    scene.write("app.log.2", minutes(1, 3));
    scene.write("app.log.1", minutes(4, 6));
    scene.write("app.log", minutes(7, 9));
    scene.from(new AtRead(3, scene::rotate));
    scene.crunch();
    scene.from(Fault.NONE);
    scene.write("app.log", minutes(10, 10));
    scene.crunchAll();

    scene.counts(minutes(1, 10));
  }

  @Test
  void fault_1_a_reader_that_lags_by_the_whole_cascade() throws IOException {
    scene.write("app.log", minutes(1, 4));
    scene.crunchAll();
    scene.write("app.log", minutes(5, 6));
    for (int i = 0; i < 5; i++) {
      scene.rotate();
      scene.write("app.log", minutes(7 + i, 7 + i));
    }
    scene.crunchAll();

    scene.counts(minutes(1, 11));
    assertThat(scene.lostLines()).isZero();
  }

  @Test
  void fault_2_two_rotations_between_two_runs() throws IOException {
    scene.write("app.log", minutes(1, 3));
    scene.crunchAll();
    scene.write("app.log", minutes(4, 5));
    scene.rotate();
    scene.write("app.log", minutes(6, 7));
    scene.rotate();
    scene.write("app.log", minutes(8, 9));
    scene.crunchAll();

    scene.counts(minutes(1, 9));
  }

  @Test
  void fault_3_rotations_while_nothing_reads() throws IOException {
    for (int i = 0; i < 4; i++) {
      scene.write("app.log", minutes(1 + 2 * i, 2 + 2 * i));
      scene.rotate();
    }
    scene.crunchAll();

    scene.counts(minutes(1, 8));
  }

  @Test
  void fault_4_a_rotation_that_outruns_the_reading_is_a_counted_loss() throws IOException {
    scene.write("app.log", minutes(1, 3));
    scene.crunchAll();
    for (int i = 0; i < 8; i++) {
      scene.rotate();
      scene.write("app.log", minutes(4 + 2 * i, 5 + 2 * i));
    }
    scene.crunchAll();

    scene.counts(minutes(1, 3), minutes(8, 19));
    assertThat(scene.lostLines()).isEqualTo(4);
  }

  @Test
  void fault_5_an_inode_that_is_used_again() throws IOException {
    scene.write("app.log", minutes(1, 5));
    scene.crunchAll();
    Object inode = Files.getAttribute(scene.bench().log("app.log"), "unix:ino");
    scene.truncate("app.log", 0);
    scene.write("app.log", minutes(6, 12));
    scene.crunchAll();

    assertThat(Files.getAttribute(scene.bench().log("app.log"), "unix:ino")).isEqualTo(inode);
    scene.counts(minutes(1, 12));
  }

  @Test
  void fault_13_deleted_and_created_again() throws IOException {
    scene.write("app.log", minutes(1, 2));
    scene.crunchAll();
    scene.write("app.log", minutes(3, 4));
    scene.delete("app.log");
    scene.crunch();
    scene.write("app.log", minutes(5, 6));
    scene.crunchAll();

    scene.counts(minutes(1, 2), minutes(5, 6));
    assertThat(scene.lostLines()).isEqualTo(2);
  }

  @Test
  void fault_14_late_writes_to_a_renamed_file() throws IOException {
    scene.write("app.log", minutes(1, 3));
    scene.crunchAll();
    scene.rotate();
    scene.write("app.log", minutes(5, 5));
    scene.crunchAll();
    scene.write("app.log.1", minutes(4, 4));
    scene.write("app.log.1", minutes(6, 6));
    scene.crunchAll();

    scene.counts(minutes(1, 6));
    assertThat(scene.lostLines()).isZero();
  }

  @Test
  void fault_18_two_hosts_with_equal_file_names() throws IOException {
    scene.write("a/app.log", Request.at(1).from("boot-a").numbered(1));
    scene.write("b/app.log", Request.at(2).from("boot-b").numbered(1));
    scene.crunchAll();
    scene.write("a/app.log", Request.at(3).from("boot-a").numbered(2));
    scene.write("b/app.log", Request.at(4).from("boot-b").numbered(2));
    scene.rename("a/app.log", "a/app.log.1");
    scene.write("a/app.log", Request.at(5).from("boot-a").numbered(3));
    scene.crunchAll();

    scene.counts(minutes(1, 5));
    assertThat(scene.lostLines()).isZero();
    assertThat(scene.completeness().repeatedLines()).isZero();
  }

  @Test
  void a_log_that_vanishes_between_finding_and_opening_is_named_and_the_others_are_read()
      throws IOException {
    scene.write("a/app.log", minutes(1, 2));
    scene.write("b/app.log", Request.at(3).from("boot-b"));
    var found = scene.bench().find();
    scene.delete("a/app.log");
    var result = scene.bench().crunch(found);

    assertThat(result.unread()).hasSize(1);
    assertThat(result.unread().get(0).name()).endsWith("a/app.log");
    assertThat(result.unread().get(0).reason()).startsWith("no file faulty:/");
    assertThat(result.unread().get(0).moved()).isTrue();
    scene.counts(minutes(3, 3));
  }

  @Test
  void a_log_that_may_not_be_read_is_named_and_read_when_it_may() throws IOException {
    scene.write("a/app.log", minutes(1, 2));
    scene.write("b/app.log", Request.at(3).from("boot-b"));
    scene.from(Forbidden.toOpen("/a/"));
    assertThat(scene.crunchUnread()).containsEntry("app.log", "Permission denied");
    scene.counts(minutes(3, 3));
    scene.from(Fault.NONE);
    scene.crunchAll();

    scene.counts(minutes(1, 3));
  }

  @Test
  void a_folder_that_may_not_be_listed_is_named_and_the_others_are_read() throws IOException {
    scene.write("a/app.log", minutes(1, 2));
    scene.write("b/app.log", Request.at(3).from("boot-b"));
    scene.from(Forbidden.toList("/a"));
    assertThat(scene.crunchUnread()).containsEntry("a", "Permission denied");
    scene.counts(minutes(3, 3));
    scene.from(Fault.NONE);
    scene.crunchAll();

    scene.counts(minutes(1, 3));
  }
}
