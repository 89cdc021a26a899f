package dev.burnline.serve.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.serve.event.Heartbeat;
import dev.burnline.serve.event.LogEvent;
import dev.burnline.serve.event.Totals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VitalsTest {

  private static final Totals TOTALS = new Totals(9, 7, 2, 1_234, 2, 1);

  @TempDir private Path folder;

  @Test
  void aHeartbeatCarriesTheTotals() throws IOException {
    Path status = Files.writeString(folder.resolve("status"), "Name:\tjava\nVmRSS:\t  2560 kB\n");
    List<LogEvent> log = new ArrayList<>();

    new Vitals(() -> TOTALS, () -> 3, log::add, () -> {}, new ResidentMemory(status)).beat();

    assertThat(log).containsExactly(new Heartbeat(TOTALS, 3, 2.5));
  }

  @Test
  void withoutAStatusFileTheMemoryIsThatOfTheJvm() throws IOException {
    assertThat(new ResidentMemory(folder.resolve("missing")).mib()).isPositive();
    Path other = Files.writeString(folder.resolve("other"), "VmRSS: unknown\n");
    assertThat(new ResidentMemory(other).mib()).isPositive();
  }

  @ParameterizedTest
  @MethodSource
  void theSeriesGoesOnAfterASampleThatFails(Supplier<Throwable> failure)
      throws InterruptedException {
    CountDownLatch beats = new CountDownLatch(3);
    CountDownLatch samples = new CountDownLatch(3);
    ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    Vitals vitals =
        new Vitals(
            () -> TOTALS,
            () -> 0,
            event -> beats.countDown(),
            () -> {
              samples.countDown();
              throwAsIs(failure.get());
            });
    try (vitals) {
      vitals.start(scheduler, Duration.ofMillis(1));
      beats.await();
      samples.await();
    } finally {
      scheduler.shutdownNow();
    }

    assertThat(vitals.failures()).isGreaterThanOrEqualTo(2);
  }

  static Stream<Supplier<Throwable>> theSeriesGoesOnAfterASampleThatFails() {
    return Stream.of(() -> new IllegalStateException("driver"), () -> new OutOfMemoryError("heap"));
  }

  private static void throwAsIs(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }
}
