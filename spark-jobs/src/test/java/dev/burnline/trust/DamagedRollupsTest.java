package dev.burnline.trust;

import static dev.burnline.trust.Scene.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.crunch.LogCrunch;
import dev.burnline.store.DamagedRollupException;
import dev.burnline.store.StoreContent.DamagedRollup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rollups that are damaged are found, set aside and made again, or called lost. */
class DamagedRollupsTest {

  private static final String LOST =
      "this rollup is damaged and its log is gone; 'store forget' gives it up";

  @TempDir Path folder;
  private Scene scene;

  @BeforeEach
  void begin() throws IOException {
    scene = Scene.in(folder);
  }

  private interface Damage {
    byte[] of(byte[] rollup, int place);
  }

  /** Damages the only rollup in one place after the other; each time it must come back. */
  private void comesBackAfter(int stride, Damage damage) throws IOException {
    Path rollup = scene.rollups().get(0);
    byte[] sound = Files.readAllBytes(rollup);
    Path copy = Files.write(folder.resolve("copy"), sound);
    for (int place = 0; place < sound.length; place += stride) {
      Files.write(rollup, damage.of(sound, place));
      LogCrunch.Result result = crunchedAgain();
      assertThat(result.unread()).as("unread after damage at %d", place).isEmpty();
      assertThat(RollupText.difference(rollup, copy)).as("damage at %d", place).isEmpty();
      Files.write(rollup, sound);
    }
  }

  /** Crunches; where only the rows tell of the damage, reads them, as a report does. */
  private LogCrunch.Result crunchedAgain() throws IOException {
    LogCrunch.Result result = scene.crunch();
    try {
      scene.bench().counted();
    } catch (DamagedRollupException e) {
      scene.bench().store().setAside(List.of(new DamagedRollup(e.name(), e.reason())));
      result = scene.crunch();
    }
    return result;
  }

  @Test
  void a_bit_that_flipped_anywhere() throws IOException {
    scene.write("app.log", minutes(1, 20));
    scene.crunchAll();
    Random random = new Random(3);

    comesBackAfter(
        7,
        (rollup, place) -> {
          byte[] flipped = rollup.clone();
          flipped[place] ^= (byte) (1 << random.nextInt(8));
          return flipped;
        });
  }

  @Test
  void a_file_that_was_cut_anywhere() throws IOException {
    scene.write("app.log", minutes(1, 20));
    scene.crunchAll();

    comesBackAfter(97, Arrays::copyOf);
  }

  @Test
  void a_file_with_many_blocks_of_rows_that_is_damaged_in_one_of_them() throws IOException {
    scene.write("app.log", minutes(1, 1400));
    scene.crunchAll();
    Random random = new Random(4);

    comesBackAfter(
        1999,
        (rollup, place) -> {
          byte[] flipped = rollup.clone();
          flipped[rollup.length - 1 - place] ^= (byte) (1 << random.nextInt(8));
          return flipped;
        });
    comesBackAfter(4999, (rollup, place) -> Arrays.copyOf(rollup, rollup.length - 1 - place));
  }

  @Test
  void a_damaged_version_is_not_taken_for_a_later_one() throws IOException {
    scene.write("app.log", minutes(1, 3));
    scene.crunchAll();
    Path rollup = scene.rollups().get(0);
    byte[] bytes = Files.readAllBytes(rollup);
    int at =
        new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("burnline.version");
    int version = at + "burnline.version".length() + 1;
    assertThat((char) bytes[version]).isEqualTo('2');
    bytes[version] = '3';
    Files.write(rollup, bytes);
    scene.crunchAll();

    scene.counts(minutes(1, 3));
  }

  @Test
  void a_rollup_whose_log_is_gone_is_called_lost_on_every_run() throws IOException {
    scene.write("a/app.log", minutes(1, 3));
    scene.crunchAll();
    Path rollup = scene.rollups().get(0);
    scene.delete("a/app.log");
    scene.write("b/app.log", Request.at(11).from("boot-b"));
    Files.write(rollup, new byte[] {1, 2, 3});

    for (int run = 0; run < 2; run++) {
      assertThat(scene.crunchUnread())
          .containsEntry(rollup.getFileName().toString(), LOST)
          .hasSize(1);
      scene.counts(minutes(11, 11));
    }
  }

  @Test
  void a_lost_rollup_is_made_good_when_its_log_is_there_again() throws IOException {
    scene.write("a/app.log", minutes(1, 3));
    scene.crunchAll();
    scene.rename("a/app.log", "elsewhere");
    Files.write(scene.rollups().get(0), new byte[0]);
    scene.rename("elsewhere", "a/.hidden.log");
    assertThat(scene.crunchUnread()).containsValue(LOST);
    scene.rename("a/.hidden.log", "a/app.log.5");
    scene.crunchAll();

    scene.counts(minutes(1, 3));
    assertThat(scene.bench().storeFolder().resolve("damaged")).isEmptyDirectory();
  }

  @Test
  void a_compacted_rollup_that_is_damaged_is_made_again_from_its_logs() throws IOException {
    scene.write("a/app.log", minutes(1, 3));
    scene.write("b/app.log", Request.at(11).from("boot-b"));
    scene.crunchAll();
    scene.bench().compact(Long.MAX_VALUE);
    scene.write("a/app.log", minutes(4, 5));
    scene.crunchAll();
    Path compacted =
        scene.rollups().stream()
            .filter(file -> file.getFileName().toString().startsWith("compacted-"))
            .findFirst()
            .orElseThrow();
    byte[] bytes = Files.readAllBytes(compacted);
    bytes[bytes.length - 30] ^= 4;
    Files.write(compacted, bytes);
    scene.crunchAll();

    scene.counts(minutes(1, 5), minutes(11, 11));
    assertThat(scene.bench().storeFolder().resolve("damaged")).isEmptyDirectory();
  }

  @Test
  void a_compacted_rollup_that_is_damaged_is_lost_while_one_of_its_logs_is_gone()
      throws IOException {
    scene.write("a/app.log", minutes(1, 3));
    scene.write("b/app.log", Request.at(11).from("boot-b"));
    scene.crunchAll();
    scene.bench().compact(Long.MAX_VALUE);
    scene.delete("b/app.log");
    Path compacted = scene.rollups().get(0);
    byte[] bytes = Files.readAllBytes(compacted);
    bytes[bytes.length - 30] ^= 4;
    Files.write(compacted, bytes);

    for (int run = 0; run < 2; run++) {
      assertThat(scene.crunchUnread()).containsEntry(compacted.getFileName().toString(), LOST);
      scene.counts(minutes(1, 3));
    }
  }

  @Test
  void damaged_rows_that_a_join_comes_across_are_read_again_at_the_next_look() throws IOException {
    scene.write("app.log", minutes(1, 1400));
    scene.crunchAll();
    Path rollup = scene.rollups().get(0);
    byte[] bytes = Files.readAllBytes(rollup);
    bytes[bytes.length - 500] ^= 1;
    Files.write(rollup, bytes);
    scene.write("app.log", minutes(1401, 1402));

    LogCrunch.Result first = scene.crunch();
    assertThat(first.unread().get(0).name()).endsWith("app.log");
    assertThat(first.unread().get(0).moved()).as("worth another look").isTrue();
    assertThat(first.unread().get(0).reason())
        .startsWith("rollup %s cannot be read: ".formatted(rollup.getFileName()));
    scene.crunchAll();

    scene.counts(minutes(1, 1402));
  }

  @Test
  void strange_files_in_the_store_are_passed_over() throws IOException {
    scene.write("app.log.1", minutes(1, 3));
    scene.gzip("app.log.1");
    scene.crunchAll();
    Path store = scene.bench().storeFolder();
    Files.writeString(store.resolve("notes.txt"), "mine");
    Files.writeString(store.resolve("read").resolve("._copied-by-a-mac"), "");
    Files.writeString(store.resolve("read").resolve("x-y-z"), "");
    Files.createDirectories(store.resolve("folder.rollup.avro"));
    scene.crunchAll();

    scene.counts(minutes(1, 3));
  }
}
