package dev.burnline.trust;

import static dev.burnline.trust.Scene.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.crunch.LogCrunch;
import dev.burnline.store.UnreadRollupException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
      try {
        LogCrunch.Result result = scene.crunch();
        assertThat(result.unread().isEmpty()).isEqualTo(!trouble.struck());
        assertThat(result.damaged()).isEmpty();
      } catch (UnreadRollupException e) {
        assertThat(e.name()).endsWith(".rollup.avro");
        assertThat(e.reason()).isEqualTo("Read timed out");
      }
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
