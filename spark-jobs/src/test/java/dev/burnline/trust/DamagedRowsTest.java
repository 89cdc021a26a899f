package dev.burnline.trust;

import static dev.burnline.trust.Scene.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.store.StoreCompaction;
import dev.burnline.store.StoreUpkeep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged rows that no report asks for are found and healed by who looks after the store. */
class DamagedRowsTest {

  private static final String SET_ASIDE = "; set aside, the next crunch makes it anew from its log";

  @TempDir Path folder;
  private Scene scene;
  private Path damaged;

  @BeforeEach
  void begin() throws IOException {
    scene = Scene.in(folder);
    scene.write("a.log", minutes(1, 3));
    scene.write("b.log", Request.at(11).from("boot-b"));
    scene.write("c.log", Request.at(21).from("boot-c"));
    scene.crunchAll();
    damaged = scene.rollups().get(1);
  }

  /** Damages the rows, which come last. */
  private static void damageRows(Path rollup) throws IOException {
    byte[] bytes = Files.readAllBytes(rollup);
    bytes[bytes.length - 30] ^= 4;
    Files.write(rollup, bytes);
  }

  private void isNamed(List<String> problems) {
    assertThat(problems)
        .singleElement()
        .asString()
        .startsWith(damaged.getFileName() + ": ")
        .endsWith(SET_ASIDE);
  }

  private void isHealed() throws IOException {
    scene.crunchAll();
    scene.counts(minutes(1, 3), minutes(11, 11), minutes(21, 21));
    assertThat(new StoreUpkeep(scene.bench().store()).verify().problems()).isEmpty();
  }

  @Test
  void compaction_sets_damaged_rows_aside_and_compacts_the_others() throws IOException {
    damageRows(damaged);
    StoreCompaction.Result result = scene.bench().compact(Long.MAX_VALUE);

    isNamed(result.problems());
    assertThat(result.filesAfter()).isEqualTo(1);
    isHealed();
    assertThat(scene.bench().compact(Long.MAX_VALUE).problems()).isEmpty();
    assertThat(scene.rollups()).hasSize(1);
  }

  @Test
  void compaction_names_a_file_that_is_damaged_from_its_first_byte_on() throws IOException {
    Files.write(damaged, new byte[] {1, 2, 3});

    isNamed(scene.bench().compact(Long.MAX_VALUE).problems());
    isHealed();
  }

  @Test
  void compaction_of_files_that_are_all_damaged_sets_all_aside() throws IOException {
    for (Path rollup : scene.rollups()) {
      damageRows(rollup);
    }

    assertThat(scene.bench().compact(Long.MAX_VALUE).problems()).hasSizeBetween(2, 3);
    scene.bench().store();
    assertThat(new StoreUpkeep(scene.bench().store()).repair().problems()).isNotEmpty();
    isHealed();
  }

  @Test
  void a_check_changes_nothing_and_a_repair_sets_aside() throws IOException {
    damageRows(damaged);
    assertThat(new StoreUpkeep(scene.bench().store()).verify().problems())
        .singleElement()
        .asString()
        .startsWith(damaged.getFileName() + ": ")
        .doesNotContain("set aside");
    assertThat(damaged).exists();

    isNamed(new StoreUpkeep(scene.bench().store()).repair().problems());
    assertThat(damaged).doesNotExist();
    isHealed();
  }

  @Test
  void compaction_waits_for_a_compacted_file_that_cannot_be_read() throws IOException {
    scene.bench().compact(Long.MAX_VALUE);
    Path compacted = scene.rollups().get(0);
    scene.write("d.log", Request.at(31).from("boot-d"));
    scene.write("e.log", Request.at(41).from("boot-e"));
    scene.from(Forbidden.toOpen(compacted.getFileName().toString()));
    scene.crunch();

    assertThat(scene.bench().compact(Long.MAX_VALUE).problems())
        .containsExactly(compacted.getFileName() + ": Permission denied");
    scene.from(Fault.NONE);
    scene.crunchAll();
    scene.counts(minutes(1, 3), minutes(11, 11), minutes(21, 21), minutes(31, 31), minutes(41, 41));
  }
}
