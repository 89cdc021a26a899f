package dev.burnline.serve.requestlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.serve.event.Prompt;
import dev.burnline.serve.event.RequestReceived;
import dev.burnline.serve.event.SampleEvents;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LineQueueTest {

  private static final PendingLine ORDINARY = PendingLine.of(0, SampleEvents.received("r"));
  private static final PendingLine ESSENTIAL = PendingLine.of(0, SampleEvents.finished("r"));

  @Test
  void theReserveIsForEssentialLines() {
    LineQueue queue = new LineQueue(3, 2);

    assertThat(queue.offer(ORDINARY)).isTrue();
    assertThat(queue.offer(ORDINARY)).isFalse();
    assertThat(queue.offer(ESSENTIAL)).isTrue();
    assertThat(queue.offer(ESSENTIAL)).isTrue();
    assertThat(queue.offer(ESSENTIAL)).isFalse();
  }

  @Test
  void aLineTakenOutMakesRoom() {
    LineQueue queue = new LineQueue(1, 0);
    queue.offer(ORDINARY);

    assertThat(queue.poll()).isSameAs(ORDINARY);
    assertThat(queue.poll()).isNull();
    assertThat(queue.offer(ESSENTIAL)).isTrue();
  }

  @Test
  void longPromptsThatFindNoRoomAreWorkedOutByWhoeverBringsThem() {
    LineQueue queue = new LineQueue(5, 0);
    PendingLine first = ofChars(5 << 18);
    PendingLine second = ofChars(5 << 18);
    queue.offer(first);

    assertThat(queue.offer(second)).isTrue();

    assertThat(first.entry().keptChars()).isEqualTo(5 << 18);
    assertThat(second.entry().keptChars()).isZero();
    assertThat(queue.poll()).isSameAs(first);
    PendingLine third = ofChars(2 << 20);
    assertThat(queue.offer(third)).isTrue();
    assertThat(third.entry().keptChars()).as("what was taken out makes room").isEqualTo(2 << 20);
    assertThat(queue.poll()).isEqualTo(new PendingLine(0, second.entry(), 0));
    assertThat(queue.poll()).isSameAs(third);
  }

  @Test
  void aLineThatFailsLeavesItsPlaceAndItsRoom() {
    LineQueue queue = new LineQueue(1, 0);
    PendingLine full = ofChars(2 << 20);
    assertThat(queue.offer(full)).isTrue();
    queue.poll();

    for (int i = 0; i < 3; i++) {
      assertThat(queue.offer(failing(3 << 20))).isFalse();
    }

    assertThat(queue.offer(full)).isTrue();
    assertThat(full.entry().keptChars()).as("its room").isEqualTo(2 << 20);
    queue.poll();
    queue.close();
    assertThat(queue.isFinished()).isTrue();
  }

  /** Returns the line of a prompt for which there is no memory. */
  private static PendingLine failing(int chars) {
    return PendingLine.of(
        0,
        new RequestReceived(
            "r",
            Prompt.of(
                new Prompt.Text() {
                  @Override
                  public void read(Consumer<String> reader) {
                    throw new OutOfMemoryError("the prompt");
                  }

                  @Override
                  public String shown() {
                    return "";
                  }

                  @Override
                  public int keptChars() {
                    return chars;
                  }
                })));
  }

  private static PendingLine ofChars(int chars) {
    return PendingLine.of(0, new RequestReceived("r", SampleEvents.prompt("x".repeat(chars))));
  }

  @Test
  void aClosedQueueTakesNothingAndGivesOutTheRest() {
    LineQueue queue = new LineQueue(5, 0);
    queue.offer(ORDINARY);

    queue.close();

    assertThat(queue.offer(ESSENTIAL)).isFalse();
    assertThat(queue.isFinished()).isFalse();
    assertThat(queue.poll()).isSameAs(ORDINARY);
    assertThat(queue.isFinished()).isTrue();
  }
}
