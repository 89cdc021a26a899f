package dev.burnline.trust;

import static dev.burnline.trust.Scene.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults 15 and 16 of the list: runs that end early, at every step of theirs. */
class KilledRunsTest {

  private static final long LATER = Long.MAX_VALUE;

  @TempDir Path folder;

  /** Something for every path that a crunch takes: new, grown, compacted and grown, compressed. */
  private Scene scene(int moment, boolean strictRename) throws IOException {
    Workbench bench = Workbench.in(folder.resolve("moment-" + moment), 600);
    Scene scene = new Scene(strictRename ? bench.withStrictRename() : bench);
    scene.write("a/app.log.2", minutes(1, 3));
    scene.write("a/app.log.1", minutes(4, 6));
    scene.crunchAll();
    scene.bench().compact(LATER);
    scene.write("a/app.log.1", minutes(7, 8));
    scene.write("a/app.log", minutes(9, 11));
    scene.crunchAll();
    scene.write("a/app.log.1", minutes(12, 13));
    scene.write("a/app.log", minutes(14, 16));
    scene.write("b/app.log.1", minutes(21, 29));
    scene.gzip("b/app.log.1");
    scene.write("b/app.log.2", minutes(31, 31));
    return scene;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void fault_16_a_crunch_that_is_killed_at_every_moment_loses_and_doubles_nothing(boolean strict)
      throws IOException {
    int moment = 1;
    KillAt kill;
    do {
      Scene scene = scene(moment, strict);
      kill = new KillAt(moment);
      scene.from(kill);
      try {
        scene.crunch();
      } catch (Killed e) {
        assertThat(scene.bench().next(Fault.NONE).counted().requests().values())
            .as(e.getMessage())
            .containsOnly(1L);
      }
      scene.from(Fault.NONE);
      scene.crunchAll();
      scene.counts(minutes(1, 16), minutes(21, 29), minutes(31, 31));
      assertThat(scene.bench().counted().content().leftovers()).isEmpty();
      assertThat(scene.bench().storeFolder().resolve("tmp")).doesNotExist();
      moment++;
    } while (kill.struck());
    assertThat(moment).isGreaterThan(60);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void fault_16_a_compaction_that_is_killed_at_every_moment_loses_and_doubles_nothing(
      boolean strict) throws IOException {
    int moment = 1;
    KillAt kill;
    do {
      Scene scene = scene(1000 + moment, strict);
      scene.crunchAll();
      kill = new KillAt(moment);
      scene.from(kill);
      try {
        scene.bench().compact(LATER);
      } catch (Killed e) {
        scene.counts(minutes(1, 16), minutes(21, 29), minutes(31, 31));
      }
      scene.from(Fault.NONE);
      // The logs are gone by then: what the store has must be enough.
      deleteLogs(scene);
      scene.crunchAll();
      scene.counts(minutes(1, 16), minutes(21, 29), minutes(31, 31));
      scene.bench().compact(LATER);
      scene.counts(minutes(1, 16), minutes(21, 29), minutes(31, 31));
      assertThat(scene.rollups()).hasSize(1);
      moment++;
    } while (kill.struck());
    assertThat(moment).isGreaterThan(10);
  }

  private static void deleteLogs(Scene scene) throws IOException {
    for (String log :
        new String[] {"a/app.log", "a/app.log.1", "a/app.log.2", "b/app.log.1.gz", "b/app.log.2"}) {
      scene.delete(log);
    }
  }

  @Test
  void fault_16_a_log_found_twice_is_not_forgotten_when_its_second_saving_is_killed()
      throws IOException {
    int moment = 1;
    boolean stored = false;
    KillAt kill;
    do {
      Scene scene = new Scene(Workbench.in(folder.resolve("twice-" + moment)).withStrictRename());
      scene.write("app.log.1", minutes(1, 3));
      scene.copy("app.log.1", "app.log.2");
      scene.gzip("app.log.2");
      kill = new KillAt(moment);
      scene.from(kill);
      assertThatCode(scene::crunch)
          .satisfiesAnyOf(
              e -> assertThat(e).isNull(), e -> assertThat(e).isInstanceOf(Killed.class));
      int counted = scene.bench().next(Fault.NONE).counted().requests().size();
      assertThat(counted).as("after a kill at moment %d", moment).isIn(stored ? 3 : 0, 3);
      stored |= counted == 3;
      moment++;
    } while (kill.struck());
    assertThat(stored).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 25, 30})
  void fault_15_a_full_disk_is_named_and_the_next_run_completes(int writes) throws IOException {
    Scene scene = scene(writes, true);
    DiskFull full = new DiskFull(writes);
    scene.from(full);
    var unread = scene.crunchUnread();
    if (full.struck()) {
      assertThat(unread.values())
          .isNotEmpty()
          .allMatch(reason -> reason.contains("cannot be stored: No space left on device"));
    }
    assertThat(scene.bench().next(Fault.NONE).counted().requests().values()).containsOnly(1L);
    scene.from(Fault.NONE);
    scene.crunchAll();

    scene.counts(minutes(1, 16), minutes(21, 29), minutes(31, 31));
  }

  @Test
  void fault_15_a_disk_that_is_full_for_one_log_lets_the_others_be_stored() throws IOException {
    Scene scene = scene(0, false);
    scene.from(new DiskFull(3));
    scene.crunch();
    int counted = scene.bench().next(Fault.NONE).counted().requests().size();

    assertThat(counted).isBetween(11, 25);
  }

  @Test
  void a_store_that_may_not_be_written_is_named_and_nothing_is_lost() throws IOException {
    Scene scene = Scene.in(folder);
    scene.write("app.log", minutes(1, 3));
    scene.from(Forbidden.toWrite("/store"));
    assertThat(scene.crunchUnread())
        .containsEntry("app.log", "cannot be stored: Permission denied");
    scene.from(Fault.NONE);
    scene.crunchAll();

    scene.counts(minutes(1, 3));
    assertThat(Files.exists(scene.bench().storeFolder())).isTrue();
  }

  @Test
  void growing_after_a_compaction_and_compacting_again_ends_with_one_file() throws IOException {
    for (int round = 0; round < 8; round++) {
      Scene scene = Scene.in(folder.resolve("round-" + round));
      scene.write("a/app.log", minutes(1 + round, 3 + round));
      scene.write("b/app.log", minutes(21 + round, 23 + round));
      scene.crunchAll();
      scene.bench().compact(LATER);
      scene.write("a/app.log", minutes(4 + round, 9 + round));
      scene.crunchAll();
      scene.bench().compact(LATER);

      assertThat(scene.rollups()).hasSize(1);
      scene.counts(minutes(1 + round, 9 + round), minutes(21 + round, 23 + round));
    }
  }
}
