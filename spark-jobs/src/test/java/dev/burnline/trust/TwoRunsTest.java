package dev.burnline.trust;

import static dev.burnline.trust.Scene.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burnline.store.RollupStore;
import dev.burnline.store.StoreBusyException;
import dev.burnline.store.StoreLock;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fault 17 of the list: two runs at once, on a local store. */
class TwoRunsTest {

  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir Path folder;

  private RollupStore store() {
    return new RollupStore(new Configuration(false), folder.resolve("store").toString());
  }

  @Test
  void fault_17_a_second_run_gives_up_when_its_patience_ends() throws IOException {
    StoreLock held = StoreLock.take(store(), Duration.ZERO, CLOCK, message -> {});
    List<String> messages = new ArrayList<>();

    assertThatThrownBy(() -> StoreLock.take(store(), Duration.ofMillis(300), CLOCK, messages::add))
        .isInstanceOf(StoreBusyException.class)
        .hasMessage(
            "another run is using the store %s; gave up after 0 s"
                .formatted(folder.resolve("store")));
    assertThat(messages)
        .containsExactly(
            "another run is using the store %s; waiting".formatted(folder.resolve("store")));
    held.close();
    StoreLock.take(store(), Duration.ZERO, CLOCK, messages::add).close();
  }

  @Test
  void fault_17_runs_at_once_wait_for_each_other_and_count_every_line_once()
      throws IOException, InterruptedException, ExecutionException {
    Scene scene = new Scene(Workbench.in(folder, 500));
    ExecutorService runs = Executors.newFixedThreadPool(4);
    Callable<Integer> run =
        () -> {
          try (StoreLock lock =
              StoreLock.take(store(), Duration.ofMinutes(1), CLOCK, message -> {})) {
            assertThat(lock).isNotNull();
            assertThat(scene.bench().next(Fault.NONE).crunch().unread()).isEmpty();
            return scene.bench().counted().requests().size();
          }
        };
    try {
      for (int round = 0; round < 5; round++) {
        scene.write("app.log", minutes(1 + 4 * round, 4 + 4 * round));
        List<Future<Integer>> results = runs.invokeAll(List.of(run, run, run, run));
        for (Future<Integer> result : results) {
          assertThat(result.get()).isEqualTo(4 + 4 * round);
        }
      }
    } finally {
      runs.shutdownNow();
    }

    scene.counts(minutes(1, 20));
  }

  @Test
  void fault_17_the_lock_of_a_process_that_is_killed_is_free()
      throws IOException, InterruptedException {
    Process holder = otherProcess();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo("held");
      assertThatThrownBy(() -> StoreLock.take(store(), Duration.ZERO, CLOCK, message -> {}))
          .isInstanceOf(StoreBusyException.class);
    } finally {
      holder.destroyForcibly();
    }
    holder.waitFor();

    StoreLock.take(store(), Duration.ofSeconds(5), CLOCK, message -> {}).close();
  }

  private Process otherProcess() throws IOException {
    // Surefire starts its own process with a jar that only names the class path.
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classPath,
            LockHolder.class.getName(),
            folder.resolve("store").toString())
        .redirectError(new File("/dev/null"))
        .start();
  }

  /** The other process: takes the lock, says so and keeps it until it is killed. */
  static final class LockHolder {

    private LockHolder() {}

    public static void main(String[] args) throws IOException, InterruptedException {
      RollupStore store = new RollupStore(new Configuration(false), args[0]);
      try (StoreLock lock = StoreLock.take(store, Duration.ZERO, CLOCK, message -> {})) {
        System.out.println(lock == null ? "" : "held");
        Thread.sleep(Duration.ofMinutes(2).toMillis());
      }
    }
  }
}
