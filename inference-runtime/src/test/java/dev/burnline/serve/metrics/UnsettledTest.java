package dev.burnline.serve.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.serve.event.RequestFinished;
import dev.burnline.serve.event.SampleEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class UnsettledTest {

  private final List<String> taken = new ArrayList<>();

  @Test
  void nothingIsTakenInBeforeSomebodyAsks() {
    Unsettled unsettled = new Unsettled(event -> taken.add(event.requestId()));
    unsettled.add(SampleEvents.finished("r-1"));
    unsettled.add(SampleEvents.finished("r-2"));
    assertThat(taken).isEmpty();

    unsettled.settle();

    assertThat(taken).containsExactly("r-1", "r-2");
  }

  @Test
  void whoBringsOneTooManyTakesTwoIn() {
    Unsettled unsettled = new Unsettled(event -> taken.add(event.requestId()));
    RequestFinished event = SampleEvents.finished("r");
    for (int i = 0; i < 1_000; i++) {
      unsettled.add(event);
    }
    assertThat(taken).isEmpty();

    unsettled.add(event);
    assertThat(taken).hasSize(2);
    unsettled.add(event);
    assertThat(taken).as("there is room again").hasSize(2);
    unsettled.add(event);
    assertThat(taken).hasSize(4);

    unsettled.settle();
    assertThat(taken).hasSize(1_003);
  }

  @Test
  void whatIsBeingTakenInByAnotherIsWaitedFor() throws InterruptedException {
    CountDownLatch taking = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Unsettled unsettled =
        new Unsettled(
            event -> {
              taking.countDown();
              try {
                mayEnd.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              taken.add(event.requestId());
            });
    unsettled.add(SampleEvents.finished("r-1"));
    Thread first = started(unsettled::settle);
    Thread second;
    try {
      assertThat(taking.await(20, TimeUnit.SECONDS)).isTrue();
      second = started(unsettled::settle);
      while (second.getState() != Thread.State.WAITING) {
        assertThat(second.isAlive()).as("it waits").isTrue();
        Thread.onSpinWait();
      }
    } finally {
      mayEnd.countDown();
    }
    first.join();
    second.join();
    assertThat(taken).containsExactly("r-1");
  }

  private static Thread started(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  @Test
  void oneThatFailsCostsNoOther() {
    Unsettled unsettled =
        new Unsettled(
            event -> {
              if (event.requestId().equals("bad")) {
                throw new IllegalStateException("a label too many");
              }
              taken.add(event.requestId());
            });
    unsettled.add(SampleEvents.finished("bad"));
    unsettled.add(SampleEvents.finished("good"));

    unsettled.settle();

    assertThat(taken).containsExactly("good");
  }
}
