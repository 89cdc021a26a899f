package dev.burnline.serve.requestlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.serve.event.RequestReceived;
import dev.burnline.serve.event.SampleEvents;
import org.junit.jupiter.api.Test;

class LineQueueTest {

  private static final PendingLine ORDINARY = new PendingLine(0, new RequestReceived("r", 1));
  private static final PendingLine ESSENTIAL = new PendingLine(0, SampleEvents.finished("r"));

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
