package dev.burnline.serve.requestlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.burnline.serve.event.SampleEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestLogLoadTest {

  private static final int THREADS = 8;
  private static final int LINES_PER_THREAD = 2_500;
  private static final int LINES = THREADS * LINES_PER_THREAD;

  @TempDir private Path folder;

  private static void writeFromAllThreads(RequestLog log) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      String prefix = t + "-";
      threads.add(
          new Thread(
              () -> {
                for (int i = 0; i < LINES_PER_THREAD; i++) {
                  log.write(SampleEvents.finished(prefix + i));
                }
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static List<String> allIdsSorted() {
    return IntStream.range(0, THREADS)
        .boxed()
        .flatMap(t -> IntStream.range(0, LINES_PER_THREAD).mapToObj(i -> t + "-" + i))
        .sorted()
        .toList();
  }

  /** The queue takes all lines, so that a machine that is busy otherwise cannot fail the test. */
  @Test
  void linesOfEightThreadsThroughManyRotationsAreAllThereInUnbrokenOrder()
      throws IOException, InterruptedException {
    RequestLogSettings settings =
        RequestLogSettings.of(folder, "qwen", "host:1")
            .withRotation(1 << 19, 99)
            .withQueue(LINES, 0)
            .withCloseTimeout(Duration.ofMinutes(2));
    RequestLog log = RequestLog.open(settings, Clock.systemUTC());
    writeFromAllThreads(log);
    log.close();

    List<JsonNode> lines = LogLines.of(folder);
    assertThat(LogLines.requestIds(lines).stream().sorted().toList()).isEqualTo(allIdsSorted());
    assertThat(LogLines.seqs(lines)).isEqualTo(LogLines.upTo(LINES));
    LogCounts counts = log.counts();
    assertThat(counts.rotations()).isGreaterThan(10);
    assertThat(counts).isEqualTo(new LogCounts(LINES, 0, 0, counts.rotations()));
    for (long number = 1; number <= counts.rotations(); number++) {
      assertThat(Files.size(folder.resolve("app.log." + number))).isLessThanOrEqualTo(1 << 19);
    }
  }

  @Test
  void whatASmallQueueCannotTakeIsCountedAndShowsInTheNumbers()
      throws IOException, InterruptedException {
    RequestLogSettings settings =
        RequestLogSettings.of(folder, "qwen", "host:1")
            .withQueue(16, 0)
            .withCloseTimeout(Duration.ofMinutes(2));
    RequestLog log = RequestLog.open(settings, Clock.systemUTC());
    writeFromAllThreads(log);
    log.write(SampleEvents.finished("last"));
    log.close();

    List<Long> seqs = LogLines.seqs(LogLines.of(folder));
    assertThat(seqs).isSorted().doesNotHaveDuplicates();
    assertThat(log.counts().written()).isEqualTo(seqs.size());
    assertThat(log.counts().written() + log.counts().dropped()).isEqualTo(LINES + 1);
  }

  @Test
  void aLoneLineIsInTheFileWithoutAClose() throws IOException, InterruptedException {
    try (RequestLog log =
        RequestLog.open(RequestLogSettings.of(folder, "qwen", "host:1"), Clock.systemUTC())) {
      log.write(SampleEvents.finished("r"));
      while (log.counts().written() < 1) {
        Thread.sleep(1);
      }

      assertThat(LogLines.requestIds(LogLines.of(folder))).containsExactly("r");
    }
  }
}
