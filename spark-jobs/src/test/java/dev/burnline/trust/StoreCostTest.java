package dev.burnline.trust;

import static dev.burnline.trust.Scene.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run with nothing new costs grows with the rollups; each is looked into once. */
class StoreCostTest {

  private static final int LOGS = 20;

  @TempDir Path folder;

  /** Counts how often each rollup is opened. */
  private static final class Openings implements Fault {

    private final Map<String, Integer> byName = new HashMap<>();

    @Override
    public void before(Step step, org.apache.hadoop.fs.Path path) {
      if (step == Step.OPEN && path.getName().endsWith(".rollup.avro")) {
        byName.merge(path.getName(), 1, Integer::sum);
      }
    }
  }

  @Test
  void a_crunch_with_nothing_new_opens_each_rollup_once() throws IOException {
    Scene scene = Scene.in(folder);
    for (int log = 0; log < LOGS; log++) {
      scene.write("app-%d.log".formatted(log), minutes(10 * log, 10 * log + 3));
    }
    scene.crunchAll();
    Openings openings = new Openings();
    scene.from(openings);
    scene.crunchAll();

    assertThat(openings.byName)
        .hasSize(LOGS)
        .allSatisfy((name, times) -> assertThat(times).isEqualTo(1));
  }

  @Test
  void a_crunch_with_something_new_opens_no_rollup_for_it_that_has_not_changed()
      throws IOException {
    Scene scene = Scene.in(folder);
    for (int log = 0; log < LOGS; log++) {
      scene.write("app-%d.log".formatted(log), minutes(10 * log, 10 * log + 3));
    }
    scene.crunchAll();
    scene.write("app-0.log", minutes(4, 4));
    Openings openings = new Openings();
    scene.from(openings);
    scene.crunchAll();

    assertThat(openings.byName.values().stream().filter(times -> times == 1))
        .hasSizeGreaterThanOrEqualTo(LOGS - 1);
    scene.from(Fault.NONE);
    assertThat(scene.bench().counted().requests()).hasSize(4 * LOGS + 1);
  }
}
