package dev.burnline.trust;

import static dev.burnline.trust.Scene.lines;
import static dev.burnline.trust.Scene.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fault 7 of the list: files that are hard to know by their first bytes. */
class HeadFaultsTest {

  private static final byte[] COMMON =
      "{\"timestamp\":\"2026-03-10T00:00:30Z\",\"service\":\"chat\",\"event\":\"service.starting\"}\n"
          .getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private Scene scene;

  @BeforeEach
  void begin() throws IOException {
    scene = Scene.in(folder);
  }

  @Test
  void fault_7_an_empty_file_waits_and_is_read_when_it_has_a_line() throws IOException {
    scene.write("app.log", new byte[0]);
    scene.crunchAll();
    assertThat(scene.bench().find().waiting()).hasSize(1);
    scene.write("app.log", minutes(1, 1));
    scene.crunchAll();

    scene.counts(minutes(1, 1));
  }

  @Test
  void fault_7_tiny_files_are_not_left_unread() throws IOException {
    byte[] line = "{\"timestamp\":\"2026-03-10T00:01:00Z\"}\n".getBytes(StandardCharsets.UTF_8);
    scene.write("app.log", line);
    scene.crunchAll();
    scene.rotate();
    scene.write(
        "app.log", "{\"timestamp\":\"2026-03-10T00:02Z\"}\n".getBytes(StandardCharsets.UTF_8));
    scene.write(
        "app.log", "{\"timestamp\":\"2026-03-10T00:03:00\"}\n".getBytes(StandardCharsets.UTF_8));
    scene.crunchAll();

    scene.counts(minutes(1, 1), minutes(3, 3));
  }

  @Test
  void fault_7_a_first_line_that_is_not_complete_yet() throws IOException {
    byte[] line = Request.at(1).bytes();
    for (int i = 0; i < line.length - 1; i += 7) {
      scene.write("app.log", Arrays.copyOfRange(line, i, Math.min(i + 7, line.length - 1)));
      scene.crunchAll();
      assertThat(scene.bench().find().waiting()).hasSize(1);
    }
    scene.write("app.log", "\n".getBytes(StandardCharsets.UTF_8));
    scene.crunchAll();

    scene.counts(minutes(1, 1));
  }

  @Test
  void fault_7_a_log_whose_first_lines_are_unusable_keeps_its_identity() throws IOException {
    scene.write("app.log", "Starting up ...\n".getBytes(StandardCharsets.UTF_8));
    assertThat(scene.crunchUnread())
        .containsEntry(
            "app.log", "no usable line in its first 16 bytes; the first line is broken_json");
    scene.write("app.log", "\n\nStill starting\n".getBytes(StandardCharsets.UTF_8));
    scene.write("app.log", minutes(1, 2));
    scene.crunchAll();
    scene.write("app.log", minutes(3, 3));
    scene.rotate();
    scene.gzip("app.log.1");
    scene.crunchAll();

    scene.counts(minutes(1, 3));
    assertThat(scene.completeness().malformed()).isEqualTo(2);
    assertThat(scene.completeness().segments()).isEqualTo(1);
  }

  @Test
  void fault_7_long_equal_prefixes_after_different_first_lines() throws IOException {
    byte[] same = lines(minutes(100, 140));
    scene.write("a/app.log", Request.at(1).from("boot-a"));
    scene.write("b/app.log", Request.at(2).from("boot-b"));
    scene.write("a/app.log", same);
    scene.crunchAll();
    scene.write("a/app.log", Request.at(3).from("boot-a").numbered(3));
    scene.write("b/app.log", Request.at(4).from("boot-b").numbered(4));
    scene.crunchAll();

    scene.counts(minutes(1, 4), minutes(100, 140));
  }

  @Test
  void fault_7_an_equal_first_line_after_which_two_logs_differ_is_named() throws IOException {
    scene.write("a/app.log", COMMON);
    scene.write("b/app.log", COMMON);
    scene.write("a/app.log", minutes(1, 2));
    scene.write("b/app.log", minutes(3, 5));

    assertThat(scene.crunchUnread())
        .containsEntry(
            "app.log",
            "it begins with the same line as %s and goes on differently; only the longer one is counted"
                .formatted(FaultyFileSystem.address(scene.bench().log("b/app.log"))));
    scene.counts(minutes(3, 5));
  }

  @Test
  void copies_of_one_log_in_several_places_count_once() throws IOException {
    scene.write("a/app.log", minutes(1, 3));
    scene.write("b/app.log", minutes(1, 5));
    scene.write("c/app.log", minutes(1, 5));
    scene.write("d/app.log", minutes(1, 4));
    scene.gzip("d/app.log");
    scene.crunchAll();

    scene.counts(minutes(1, 5));
    assertThat(scene.completeness().segments()).isEqualTo(1);
  }
}
