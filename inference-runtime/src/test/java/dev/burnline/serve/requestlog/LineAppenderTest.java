package dev.burnline.serve.requestlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineAppenderTest {

  private final FakeDisk disk = new FakeDisk();
  private final Tally tally = new Tally();
  private final LineBuffer buffer = new LineBuffer();

  private LineAppender appender(long maxFileBytes) {
    return new LineAppender(disk, maxFileBytes, tally);
  }

  private LineBuffer with(String... lines) {
    for (String line : lines) {
      buffer.writeBytes(line.getBytes(UTF_8));
      buffer.endLine();
    }
    return buffer;
  }

  @Test
  void aFileIsRotatedBeforeItWouldGrowBeyondTheLimit() throws IOException {
    appender(10).append(with("1234", "6789", "1", "34567890"));

    assertThat(disk.rotatedSizes()).containsExactly(10, 2);
    assertThat(disk.activeText()).isEqualTo("34567890\n");
    assertThat(tally.counts()).isEqualTo(new LogCounts(4, 0, 0, 2));
  }

  @Test
  void aLineLongerThanAFileGetsAFileOfItsOwn() throws IOException {
    appender(10).append(with("1", "12345678901234", "2"));

    assertThat(disk.rotatedSizes()).containsExactly(2, 15);
    assertThat(disk.activeText()).isEqualTo("2\n");
  }

  @Test
  void shortWritesAreContinued() throws IOException {
    disk.writeAtMost(3);

    appender(1_000).append(with("first", "second"));

    assertThat(disk.activeText()).isEqualTo("first\nsecond\n");
  }

  @Test
  void aFullDiskLeavesWholeLinesOnlyAndTheRestFollowsOnceThereIsRoom() throws IOException {
    LineAppender appender = appender(1_000);
    disk.roomFor(9);

    assertThatIOException()
        .isThrownBy(() -> appender.append(with("first", "second", "third")))
        .withMessage("no space left on device");

    assertThat(disk.activeText()).isEqualTo("first\n");
    assertThat(tally.counts().written()).isEqualTo(1);
    disk.roomFor(1_000);
    appender.append(buffer);
    assertThat(disk.activeText()).isEqualTo("first\nsecond\nthird\n");
    assertThat(tally.counts()).isEqualTo(new LogCounts(3, 0, 0, 0));
  }

  @Test
  void aHalfLineThatCannotBeCutNowIsCutWhenTheFileOpensAgain() throws IOException {
    LineAppender appender = appender(1_000);
    disk.roomFor(9);
    disk.failTruncate(true);

    assertThatIOException().isThrownBy(() -> appender.append(with("first", "second")));
    assertThat(disk.activeText()).isEqualTo("first\nsec");
    assertThatIOException()
        .isThrownBy(() -> appender.append(buffer))
        .withMessage("input/output error");

    disk.roomFor(1_000);
    disk.failTruncate(false);
    appender.append(buffer);
    assertThat(disk.activeText()).isEqualTo("first\nsecond\n");
  }

  @Test
  void aHalfLineOfAnEarlierProcessIsEndedAndNotCut() throws IOException {
    disk.leave("{\"event\":\"request.fin");

    appender(1_000).append(with("{}"));

    assertThat(disk.activeText()).isEqualTo("{\"event\":\"request.fin\n{}\n");
  }

  @Test
  void aFileThatSomebodyElsePutAsideIsLetGo() throws IOException {
    LineAppender appender = appender(1_000);
    appender.append(with("old"));

    disk.replaceActive();
    appender.append(with("new"));

    assertThat(disk.activeText()).isEqualTo("new\n");
    assertThat(disk.rotatedSizes()).containsExactly(4);
  }

  @Test
  void aFolderThatCannotRotateMakesTheFileGrowAndIsTriedAgainLater() throws IOException {
    LineAppender appender = appender(20);
    disk.failRotate(true);

    appender.append(with("123456789", "123456789", "x", "y", "z"));

    assertThat(disk.activeText()).hasSize(26);
    assertThat(tally.counts().rotations()).isZero();
    assertThat(tally.counts().writeErrors()).isPositive();
    disk.failRotate(false);
    appender.append(with("last"));
    assertThat(disk.activeText()).isEqualTo("last\n");
  }

  @Test
  void underRandomFaultsEveryLineIsThereOnceAndInOrder() {
    Random random = new Random(7);
    LineAppender appender = appender(300);
    List<String> sent = new ArrayList<>();
    for (int step = 0; step < 20_000; step++) {
      disk.roomFor(random.nextInt(4) == 0 ? random.nextInt(60) - 1 : 1_000);
      disk.writeAtMost(1 + random.nextInt(80));
      disk.failTruncate(random.nextInt(5) == 0);
      disk.failRotate(random.nextInt(5) == 0);
      if (random.nextInt(10) == 0) {
        String line = "line-" + sent.size() + "x".repeat(random.nextInt(40));
        sent.add(line);
        with(line);
      }
      try {
        appender.append(buffer);
      } catch (IOException e) {
        assertThat(e).hasMessageMatching("no space .*|input/output error|no such device");
      }
    }
    disk.roomFor(Long.MAX_VALUE);
    disk.failTruncate(false);
    try {
      appender.append(buffer);
    } catch (IOException e) {
      throw new AssertionError(e);
    }

    assertThat(disk.allText().lines()).containsExactlyElementsOf(sent);
    assertThat(tally.counts().written()).isEqualTo(sent.size());
  }
}
