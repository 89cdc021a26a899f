package dev.burnline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrunchTimesTest {

  private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");

  @TempDir private Path folder;

  @Test
  void the_first_run_knows_no_time_and_later_ones_the_longest() throws IOException {
    assertThat(times().add(START)).isEmpty();
    assertThat(times().add(START.plusSeconds(300))).contains(Duration.ofMinutes(5));
    assertThat(times().add(START.plusSeconds(4000))).contains(Duration.ofSeconds(3700));
    assertThat(times().add(START.plusSeconds(4300))).contains(Duration.ofSeconds(3700));
  }

  @Test
  void only_the_last_64_runs_are_remembered() throws IOException {
    times().add(START.minusSeconds(100_000));
    for (int i = 0; i < 63; i++) {
      times().add(START.plusSeconds(300L * i));
    }
    assertThat(times().add(START.plusSeconds(300L * 63))).contains(Duration.ofMinutes(5));
    assertThat(Files.readAllLines(folder.resolve("crunched-at.txt"))).hasSize(64);
  }

  @Test
  void a_torn_file_or_a_clock_set_back_does_no_harm() throws IOException {
    Files.writeString(
        folder.resolve("crunched-at.txt"), "177\0\n\n%d\n17".formatted(START.getEpochSecond()));

    assertThat(times().add(START.plusSeconds(60))).isPresent();
    assertThat(times().add(START.minusSeconds(60))).isPresent();
  }

  private CrunchTimes times() {
    return new CrunchTimes(new RollupStore(new Configuration(), folder.toString()));
  }
}
