package dev.burnline.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log that is read as it is written ends with the rollup of a log that is read at once. */
class SixtyIncrementsTest {

  private static final int STEPS = 60;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void sixty_crunches_make_the_rollup_of_one(long seed) throws IOException {
    byte[] day = BusyDay.of("host-a", 1500, seed);
    Scene whole = whole(day);
    Scene steps = new Scene(Workbench.in(folder.resolve("steps"), 6_000));
    Random random = new Random(seed);
    int from = 0;
    for (int step = 1; step <= STEPS; step++) {
      int to = step == STEPS ? day.length : Math.min(day.length, from + cut(day, random));
      steps.write("app.log", Arrays.copyOfRange(day, from, to));
      steps.crunchAll();
      from = to;
      if (step == 20 || step == 40) {
        steps.rename("app.log", "app.log.1");
        steps.copy("app.log.1", "app.log");
        steps.delete("app.log.1");
      }
    }

    assertThat(steps.rollups()).hasSize(1);
    assertThat(RollupText.difference(steps.rollups().get(0), whole.rollups().get(0))).isEmpty();
    assertThat(steps.completeness()).isEqualTo(whole.completeness());
  }

  @Test
  void a_compaction_in_the_middle_changes_nothing() throws IOException {
    byte[] day = BusyDay.of("host-a", 1200, 5);
    byte[] other = BusyDay.of("host-b", 200, 6);
    Scene whole = whole(day);
    whole.write("b/app.log", other);
    whole.crunchAll();
    whole.bench().compact(Long.MAX_VALUE);
    Scene steps = new Scene(Workbench.in(folder.resolve("steps"), 6_000));
    steps.write("b/app.log", other);
    Random random = new Random(9);
    int from = 0;
    for (int step = 1; step <= STEPS; step++) {
      int to = step == STEPS ? day.length : Math.min(day.length, from + cut(day, random));
      steps.write("app.log", Arrays.copyOfRange(day, from, to));
      steps.crunchAll();
      from = to;
      if (step % 15 == 0) {
        steps.bench().compact(Long.MAX_VALUE);
        assertThat(steps.rollups()).hasSize(1);
      }
    }

    assertThat(RollupText.difference(steps.rollups().get(0), whole.rollups().get(0))).isEmpty();
    assertThat(steps.completeness()).isEqualTo(whole.completeness());
  }

  @ParameterizedTest
  @ValueSource(longs = {300, 1_000, 7_777, 100_000})
  void the_size_of_splits_changes_nothing(long splitBytes) throws IOException {
    byte[] day = BusyDay.of("host-a", 600, 4);
    Scene whole = whole(day);
    Scene split = new Scene(Workbench.in(folder.resolve("split"), splitBytes));
    split.write("app.log", day);
    split.crunchAll();

    assertThat(RollupText.difference(split.rollups().get(0), whole.rollups().get(0))).isEmpty();
  }

  /** About a sixtieth, now and then hardly anything. */
  private static int cut(byte[] day, Random random) {
    return random.nextInt(6) == 0 ? random.nextInt(100) : random.nextInt(2 * day.length / STEPS);
  }

  private Scene whole(byte[] day) throws IOException {
    Scene whole = new Scene(Workbench.in(folder.resolve("whole"), 1L << 30));
    whole.write("app.log", day);
    whole.crunchAll();
    return whole;
  }
}
