package dev.burnline.trust;

import static dev.burnline.trust.Scene.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.rollup.Counter;
import dev.burnline.scan.LogField;
import dev.burnline.store.RollupFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An SLO file that changes has logs read again, and no line counts twice for that. */
class OtherCountersTest {

  private static final List<Counter> OTHERS =
      List.of(
          new Counter(
              "duration_ms < 400",
              Set.of(LogField.DURATION_MS),
              line -> line.number(LogField.DURATION_MS) < 400),
          Workbench.COUNTERS.get(0));

  @TempDir Path folder;

  private Scene scene(String name) throws IOException {
    Scene scene = new Scene(Workbench.in(folder.resolve(name), 600));
    scene.write("a/app.log.1", minutes(1, 3));
    scene.write("b/app.log", Request.at(51).from("boot-b"));
    scene.crunchAll();
    scene.bench().compact(Long.MAX_VALUE);
    scene.write("a/app.log.1", minutes(4, 6));
    scene.write("a/app.log", minutes(7, 12));
    scene.crunchAll();
    return scene;
  }

  private static Scene withOthers(Scene scene, Fault fault) {
    return new Scene(scene.bench().counting(OTHERS).next(fault));
  }

  @Test
  void logs_are_counted_anew_also_where_they_were_compacted() throws IOException {
    Scene scene = withOthers(scene("anew"), Fault.NONE);
    scene.write("a/app.log", minutes(13, 14));
    scene.crunchAll();

    scene.counts(minutes(1, 14), minutes(51, 51));
    assertThat(quickOf(scene)).isEqualTo(expectedQuick(minutes(1, 14), minutes(51, 51)));
    assertThat(scene.bench().counted().content().live()).noneMatch(RollupFile::isCompacted);
  }

  @Test
  void what_was_compacted_stays_where_one_of_its_logs_is_gone() throws IOException {
    Scene scene = withOthers(scene("gone"), Fault.NONE);
    Files.delete(scene.bench().log("b/app.log"));
    scene.write("a/app.log", minutes(13, 14));
    scene.crunchAll();

    scene.counts(minutes(1, 14), minutes(51, 51));
    assertThat(quickOf(scene)).isEqualTo(expectedQuick(minutes(4, 14)));
    assertThat(scene.crunch().bytesRead()).isZero();
  }

  private static long quickOf(Scene scene) throws IOException {
    return scene.bench().counted().quick().values().stream().mapToLong(Long::longValue).sum();
  }

  private static long expectedQuick(Request[]... requests) {
    return Stream.of(requests)
        .flatMap(Stream::of)
        .filter(request -> request.isQuick() && 100 + request.minute() % 800 < 400)
        .count();
  }

  @Test
  void two_slo_files_in_turn_count_every_line_once() throws IOException {
    Scene scene = scene("in-turn");
    for (int round = 0; round < 4; round++) {
      scene.write("a/app.log", minutes(13 + 2 * round, 14 + 2 * round));
      withOthers(scene, Fault.NONE).crunchAll();
      scene.counts(minutes(1, 14 + 2 * round), minutes(51, 51));
      if (round == 2) {
        scene.bench().compact(Long.MAX_VALUE);
      }
      scene.crunchAll();
      scene.counts(minutes(1, 14 + 2 * round), minutes(51, 51));
    }
  }

  @Test
  void a_change_that_is_killed_at_every_moment_loses_and_doubles_nothing() throws IOException {
    int moment = 1;
    KillAt kill;
    do {
      Scene scene = scene("moment-" + moment);
      kill = new KillAt(moment);
      Scene killed = withOthers(scene, kill);
      try {
        killed.crunch();
      } catch (Killed e) {
        scene.counts(minutes(1, 12), minutes(51, 51));
        withOthers(scene, Fault.NONE).counts(minutes(1, 12), minutes(51, 51));
      }
      if (moment % 2 == 0) {
        scene.bench().compact(Long.MAX_VALUE);
        scene.counts(minutes(1, 12), minutes(51, 51));
      }
      withOthers(scene, Fault.NONE).crunchAll();
      withOthers(scene, Fault.NONE).counts(minutes(1, 12), minutes(51, 51));
      moment++;
    } while (kill.struck());
    assertThat(moment).isGreaterThan(20);
  }
}
