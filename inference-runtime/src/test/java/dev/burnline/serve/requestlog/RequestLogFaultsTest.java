package dev.burnline.serve.requestlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.burnline.serve.event.LogEvent;
import dev.burnline.serve.event.SampleEvents;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestLogFaultsTest {

  private static final String BOOT = "cccccccc-0000-4000-8000-000000000000";

  private final FakeDisk disk = new FakeDisk();

  private RequestLog open(int queueLines, int reservedLines, Duration closeTimeout) {
    RequestLogSettings settings =
        RequestLogSettings.of(Path.of("unused"), "qwen", "host:1")
            .withQueue(queueLines, reservedLines)
            .withCloseTimeout(closeTimeout);
    RequestLog log =
        new RequestLog(settings, Clock.systemUTC(), BOOT, new PreviousBoot.None(), disk);
    log.start();
    return log;
  }

  @Test
  void aBlockedDiskDropsOrdinaryLinesFirstAndCountsThem() throws InterruptedException {
    disk.block();
    RequestLog log = open(10, 4, Duration.ofSeconds(5));
    log.write(SampleEvents.received("in the writer's hands"));
    disk.awaitStuckWriter();

    IntStream.range(0, 9).forEach(i -> log.write(SampleEvents.received("r-" + i)));
    IntStream.range(0, 6).forEach(i -> log.write(SampleEvents.finished("f-" + i)));

    assertThat(log.counts()).isEqualTo(new LogCounts(0, 3 + 2, 0, 0));
    disk.unblock();
    log.close();
    List<JsonNode> lines = LogLines.parse(disk.activeText());
    assertThat(LogLines.requestIds(lines)).containsExactly("f-0", "f-1", "f-2", "f-3");
    assertThat(log.counts()).isEqualTo(new LogCounts(11, 5, 0, 0));
  }

  @Test
  void aDroppedLineKeepsNoPrompt() throws InterruptedException {
    disk.block();
    RequestLog log = open(1, 0, Duration.ofSeconds(5));
    log.write(SampleEvents.finished("in the writer's hands"));
    disk.awaitStuckWriter();
    log.write(SampleEvents.finished("in the queue"));
    LogEvent dropped = SampleEvents.received("dropped");
    assertThat(dropped.keptChars()).isPositive();

    log.write(dropped);

    assertThat(dropped.keptChars()).isZero();
    disk.unblock();
    log.close();
    assertThat(log.counts().dropped()).isEqualTo(1);
  }

  @Test
  void droppedLinesShowAsAGapInTheNumbers() throws InterruptedException {
    disk.block();
    RequestLog log = open(2, 0, Duration.ofSeconds(5));
    log.write(SampleEvents.finished("first"));
    disk.awaitStuckWriter();
    IntStream.range(0, 5).forEach(i -> log.write(SampleEvents.finished("f-" + i)));

    disk.unblock();
    log.close();

    List<JsonNode> lines = LogLines.parse(disk.activeText());
    assertThat(LogLines.requestIds(lines)).containsExactly("first", "f-0", "f-1");
    assertThat(LogLines.seqs(lines)).containsExactly(1L, 5L, 6L);
  }

  @Test
  @SuppressWarnings("NullAway") // an event that is null stands for one that cannot be written
  void aLineThatCannotBeWrittenUsesOneNumber() {
    LineEncoder encoder = new LineEncoder("qwen", "host:1", BOOT);
    Tally tally = new Tally();
    LineBuffer lines = new LineBuffer();
    LogEvent event = SampleEvents.finished("f");
    for (LogEvent next : new LogEvent[] {event, null, event, event}) {
      if (!encoder.encode(new PendingLine(1_000, next, 0), tally.dropped(), lines)) {
        tally.dropped(1);
      }
    }

    assertThat(tally.dropped()).isEqualTo(1);
    assertThat(LogLines.seqs(LogLines.parse(lines.toString(UTF_8)))).containsExactly(1L, 3L, 4L);
  }

  @Test
  void theWriterGoesOnAfterAnyErrorAndWritesEachLineOnce() {
    for (Error error : List.of(new OutOfMemoryError(), new NoClassDefFoundError("Spare"))) {
      disk.failOnceWith(error);
      try (RequestLog log = open(100, 0, Duration.ofSeconds(5))) {
        log.write(SampleEvents.finished("one"));
        log.write(SampleEvents.finished("other"));
        await(() -> log.counts().written() == 2);
        assertThat(log.counts().writeErrors()).isEqualTo(1);
      }
    }

    assertThat(LogLines.requestIds(LogLines.parse(disk.activeText())))
        .containsExactly("one", "other", "one", "other");
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Test
  void aFullDiskIsTriedAgainUntilThereIsRoom() throws InterruptedException {
    disk.roomFor(500);
    RequestLog log = open(100, 0, Duration.ofSeconds(5));
    IntStream.range(0, 20).forEach(i -> log.write(SampleEvents.finished("f-" + i)));
    while (log.counts().writeErrors() < 2) {
      Thread.sleep(5);
    }
    assertThat(disk.activeText()).satisfies(LogLines::parse);

    disk.roomFor(Long.MAX_VALUE);
    log.close();

    List<JsonNode> lines = LogLines.parse(disk.activeText());
    assertThat(LogLines.requestIds(lines))
        .containsExactlyElementsOf(IntStream.range(0, 20).mapToObj(i -> "f-" + i).toList());
    assertThat(LogLines.seqs(lines)).isEqualTo(LogLines.upTo(20));
    assertThat(log.counts().dropped()).isZero();
  }

  @Test
  void closingGivesUpOnADiskThatStaysFullAndCountsWhatIsLeft() {
    disk.roomFor(0);
    RequestLog log = open(100, 0, Duration.ofMillis(50));
    IntStream.range(0, 7).forEach(i -> log.write(SampleEvents.finished("f-" + i)));

    log.close();

    assertThat(log.counts().written()).isZero();
    assertThat(log.counts().dropped()).isEqualTo(7);
    assertThat(log.counts().writeErrors()).isPositive();
    assertThat(disk.activeText()).isEmpty();
  }
}
