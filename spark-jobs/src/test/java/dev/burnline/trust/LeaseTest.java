package dev.burnline.trust;

import static dev.burnline.trust.Scene.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burnline.store.RollupStore;
import dev.burnline.store.StoreBusyException;
import dev.burnline.store.StoreLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs at once on a store that no operating system locks, such as one on HDFS. */
class LeaseTest {

  private static final Instant START = Instant.parse("2026-03-10T03:00:00Z");

  @TempDir Path folder;
  private final List<StoreLock> taken = new ArrayList<>();
  private Workbench bench;

  @BeforeEach
  void begin() throws IOException {
    bench = Workbench.in(folder).withStrictRename();
  }

  private StoreLock take(RollupStore store, Duration later) throws IOException {
    Clock clock = Clock.fixed(START.plus(later), ZoneOffset.UTC);
    StoreLock lock = StoreLock.take(store, Duration.ZERO, clock, message -> {});
    taken.add(lock);
    return lock;
  }

  @AfterEach
  void end() throws IOException {
    for (StoreLock lock : taken) {
      lock.close();
    }
  }

  private void isBusyAfter(Duration later) {
    assertThatThrownBy(() -> take(bench.store(), later))
        .isInstanceOf(StoreBusyException.class)
        .hasMessage(
            "another run is using the store faulty:%s; gave up after 0 s"
                .formatted(folder.resolve("store")));
  }

  @Test
  void a_lease_that_is_held_refuses_others() throws IOException {
    try (StoreLock lock = take(bench.store(), Duration.ZERO)) {
      assertThat(lock).isNotNull();
      isBusyAfter(Duration.ZERO);
      isBusyAfter(Duration.ofSeconds(119));
    }

    take(bench.store(), Duration.ofSeconds(1)).close();
  }

  @Test
  void the_lease_of_a_dead_run_is_taken_over_when_it_is_stale() throws IOException {
    take(bench.store(), Duration.ZERO);
    isBusyAfter(Duration.ofSeconds(119));

    try (StoreLock lock = take(bench.store(), Duration.ofSeconds(121))) {
      assertThat(lock).isNotNull();
      isBusyAfter(Duration.ofSeconds(122));
    }
    assertThat(bench.storeFolder()).isEmptyDirectory();
  }

  @Test
  void a_run_that_slept_through_its_lease_does_not_end_the_next_holders() throws IOException {
    StoreLock sleeper = take(bench.store(), Duration.ZERO);
    StoreLock next = take(bench.store(), Duration.ofSeconds(121));
    sleeper.close();

    isBusyAfter(Duration.ofSeconds(130));
    next.close();
    take(bench.store(), Duration.ofSeconds(131)).close();
  }

  @Test
  void of_two_runs_that_find_a_stale_lease_one_takes_it() throws IOException {
    take(bench.store(), Duration.ZERO);
    Duration later = Duration.ZERO;
    for (Fault.Step step : List.of(Fault.Step.STATUS, Fault.Step.RENAME, Fault.Step.CREATE)) {
      int before = taken.size();
      later = later.plusMinutes(3);
      Duration now = later;
      AtLease meanwhile = new AtLease(step, () -> take(bench.store(), now));

      assertThatThrownBy(() -> take(bench.next(meanwhile).store(), now))
          .as("the other one takes it before this one's %s", step)
          .isInstanceOf(StoreBusyException.class);
      assertThat(taken).hasSize(before + 1);
      isBusyAfter(later.plusSeconds(1));
    }
  }

  @Test
  void a_crunch_under_a_lease_leaves_it_alone() throws IOException {
    Scene scene = new Scene(bench);
    scene.write("app.log", minutes(1, 3));
    try (StoreLock lock = take(bench.store(), Duration.ZERO)) {
      assertThat(lock).isNotNull();
      scene.crunchAll();
      bench.compact(Long.MAX_VALUE);
      isBusyAfter(Duration.ofSeconds(1));
    }

    scene.counts(minutes(1, 3));
  }

  /** Lets something happen once before a step on the lease. */
  private static final class AtLease implements Fault {

    private final Step step;
    private final AtRead.Happening happening;
    private boolean happened;

    AtLease(Step step, AtRead.Happening happening) {
      this.step = step;
      this.happening = happening;
    }

    @Override
    public void before(Step now, org.apache.hadoop.fs.Path path) throws IOException {
      if (now == step && !happened && path.getName().equals("lease")) {
        happened = true;
        happening.happen();
      }
    }
  }
}
