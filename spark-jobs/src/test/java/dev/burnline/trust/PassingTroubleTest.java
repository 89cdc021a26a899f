package dev.burnline.trust;

import static dev.burnline.trust.Scene.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.crunch.LogCrunch;
import dev.burnline.log.FoundLogs;
import dev.burnline.log.UnreadLog;
import dev.burnline.store.RollupStore;
import dev.burnline.store.StoreUpkeep;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that fails for a moment is no damage: nothing may be given up for it. */
class PassingTroubleTest {

  @TempDir Path folder;

  /** A rollup whose log is gone, and one whose log has grown. */
  private Scene scene(String name) throws IOException {
    Scene scene = new Scene(Workbench.in(folder.resolve(name), 600));
    scene.write("a/app.log.1", minutes(1, 3));
    scene.write("b/app.log", minutes(11, 16));
    scene.crunchAll();
    scene.delete("a/app.log.1");
    scene.write("b/app.log", minutes(17, 18));
    return scene;
  }

  @Test
  void a_read_of_a_rollup_that_fails_once_at_any_moment_is_named_and_nothing_is_set_aside()
      throws IOException {
    int moment = 0;
    Once trouble;
    do {
      Scene scene = scene("moment-" + moment);
      trouble = new Once(Set.of(Fault.Step.READ, Fault.Step.OPEN), ".rollup.avro", moment);
      scene.from(trouble);
      LogCrunch.Result result = scene.crunch();
      assertThat(result.unread().isEmpty()).isEqualTo(!trouble.struck());
      assertThat(result.unread())
          .allSatisfy(unread -> assertThat(unread.reason()).endsWith("Read timed out"));
      assertThat(result.damaged()).isEmpty();
      assertThat(scene.bench().storeFolder().resolve("damaged")).doesNotExist();
      scene.from(Fault.NONE);
      scene.crunchAll();
      scene.counts(minutes(1, 3), minutes(11, 18));
      moment++;
    } while (trouble.struck());
    assertThat(moment).isGreaterThan(10);
  }

  private static Path setAside(Scene scene) throws IOException {
    Path rollup = scene.rollups().get(0);
    Path damaged = scene.bench().storeFolder().resolve("damaged");
    Files.createDirectories(damaged);
    return Files.move(
        rollup,
        damaged.resolve(rollup.getFileName().toString()),
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void a_sound_rollup_that_was_set_aside_comes_back() throws IOException {
    Scene scene = new Scene(Workbench.in(folder));
    scene.write("app.log.1", minutes(1, 3));
    scene.crunchAll();
    scene.delete("app.log.1");
    setAside(scene);
    scene.write("app.log", Request.at(11).from("boot-b"));
    scene.crunchAll();

    scene.counts(minutes(1, 3), minutes(11, 11));
    assertThat(scene.bench().storeFolder().resolve("damaged")).isEmptyDirectory();
  }

  @Test
  void a_sound_rollup_that_was_set_aside_does_not_push_out_what_covers_more_by_now()
      throws IOException {
    Scene scene = new Scene(Workbench.in(folder));
    scene.write("a.log", minutes(1, 3));
    scene.write("b.log", Request.at(11).from("boot-b"));
    scene.crunchAll();
    scene.bench().compact(Long.MAX_VALUE);
    Path compacted = setAside(scene);
    byte[] bytes = Files.readAllBytes(compacted);
    // As damaged as it looked, until its successor stands.
    Files.write(compacted, new byte[] {1});
    scene.delete("b.log");
    scene.write("a.log", minutes(4, 6));
    assertThat(scene.crunchUnread()).containsOnlyKeys(compacted.getFileName().toString());
    Files.write(compacted, bytes);
    scene.delete("a.log");
    assertThat(scene.crunchUnread()).containsOnlyKeys(compacted.getFileName().toString());

    scene.counts(minutes(1, 6));
  }

  @Test
  void a_rollup_that_may_not_be_read_is_named_and_left_alone_and_the_other_logs_are_read()
      throws IOException {
    Scene scene = scene("denied");
    Path denied = rollupOf(scene, "b/app.log");
    scene.write("c/app.log", Request.at(31).from("boot-c"));
    scene.from(Forbidden.toOpen(denied.getFileName().toString()));
    for (int run = 0; run < 2; run++) {
      assertThat(scene.crunchUnread())
          .containsExactly(
              Map.entry(
                  denied.getFileName().toString(),
                  "this rollup cannot be read at the moment, what it counts is missing: Permission"
                      + " denied"));
      scene.bench().compact(Long.MAX_VALUE);
      assertThat(denied).exists();
    }
    scene.from(Fault.NONE);
    scene.counts(minutes(1, 3), minutes(11, 16), minutes(31, 31));
    scene.crunchAll();

    scene.counts(minutes(1, 3), minutes(11, 18), minutes(31, 31));
  }

  private static Path rollupOf(Scene scene, String log) throws IOException {
    return scene.bench().store().content(scene.bench().asked()).live().stream()
        .filter(file -> file.extents().get(0).source().endsWith(log))
        .map(file -> Path.of(file.uri().getPath()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void who_looks_while_a_run_replaces_files_sees_all_of_them() throws IOException {
    int moment = 0;
    Meanwhile meanwhile;
    do {
      Workbench bench = Workbench.in(folder.resolve("moment-" + moment));
      Scene scene = new Scene(bench);
      scene.write("a.log", minutes(1, 3));
      scene.write("b.log", Request.at(11).from("boot-b"));
      scene.crunchAll();
      meanwhile = new Meanwhile(moment, () -> bench.compact(Long.MAX_VALUE));
      RollupStore store = bench.next(meanwhile).store();

      assertThat(new StoreUpkeep(store).verify().problems()).isEmpty();
      moment++;
    } while (meanwhile.happened());
    assertThat(moment).isGreaterThan(4);
  }

  @Test
  void a_log_that_may_not_be_read_is_not_taken_for_one_that_was_rotated() throws IOException {
    Scene scene = Scene.in(folder);
    scene.write("app.log", minutes(1, 3));
    scene.write("gone.log", Request.at(11).from("boot-b"));
    FoundLogs found = scene.bench().find();
    scene.delete("gone.log");
    scene.from(new DeniedAsLocalFilesDo());
    List<UnreadLog> unread = scene.bench().crunch(found).unread();

    assertThat(unread).extracting(UnreadLog::moved).containsExactly(false, true);
    assertThat(unread.get(0).reason()).isEqualTo("app.log (Permission denied)");
  }

  /** The JDK says of a file that it may not open the same as of one that is not there. */
  private static final class DeniedAsLocalFilesDo implements Fault {
    @Override
    public void before(Step step, org.apache.hadoop.fs.Path path) throws IOException {
      if (step == Step.OPEN && path.getName().equals("app.log")) {
        throw new FileNotFoundException("app.log (Permission denied)");
      }
    }
  }

  /** Something happens before a rollup is opened. */
  private static final class Meanwhile implements Fault {

    private final AtRead.Happening happening;
    private int left;

    Meanwhile(int moment, AtRead.Happening happening) {
      this.left = moment;
      this.happening = happening;
    }

    @Override
    public void before(Step step, org.apache.hadoop.fs.Path path) throws IOException {
      if (step == Step.OPEN && path.getName().endsWith(".rollup.avro") && left-- == 0) {
        happening.happen();
      }
    }

    boolean happened() {
      return left < 0;
    }
  }

  /** A network fails once. */
  private static final class Once implements Fault {

    private final Set<Step> steps;
    private final String part;
    private int left;

    Once(Set<Step> steps, String part, int moment) {
      this.steps = steps;
      this.part = part;
      this.left = moment;
    }

    @Override
    public void before(Step step, org.apache.hadoop.fs.Path path) throws IOException {
      if (steps.contains(step) && path.getName().endsWith(part) && left-- == 0) {
        throw new SocketTimeoutException("Read timed out");
      }
    }

    boolean struck() {
      return left < 0;
    }
  }
}
