package dev.burnline.serve.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.serve.engine.FakeModel;
import dev.burnline.serve.engine.Generation;
import dev.burnline.serve.engine.GenerationEnd.Cancelled;
import dev.burnline.serve.engine.GenerationEnd.Completed;
import dev.burnline.serve.engine.GenerationEnd.Failed;
import dev.burnline.serve.engine.GenerationEnd.Rejected;
import dev.burnline.serve.engine.HeardAnswer;
import dev.burnline.serve.engine.Requests;
import dev.burnline.serve.event.ErrorType;
import dev.burnline.serve.event.FinishReason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BatchingEngineTest {

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1000);
  private final CountDownLatch released = new CountDownLatch(1);

  @Test
  void answersManyRequestsAtATime() {
    FakeModel model = new FakeModel(prompt -> "You said " + prompt + ", 你好");
    try (BatchingEngine engine = start(model, 4, 100)) {
      List<HeardAnswer> answers = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        HeardAnswer answer = new HeardAnswer();
        answers.add(answer);
        engine.submit(Requests.asking("number " + i), answer);
      }

      for (int i = 0; i < 50; i++) {
        String text = "You said number " + i + ", 你好";
        int tokens = text.getBytes(StandardCharsets.UTF_8).length + 1;
        assertThat(answers.get(i).awaitEnd())
            .isInstanceOfSatisfying(
                Completed.class,
                end -> {
                  assertThat(end.reason()).isEqualTo(FinishReason.STOP);
                  assertThat(end.outputTokens()).isEqualTo(tokens);
                });
        assertThat(answers.get(i).content()).isEqualTo(text);
        assertThat(answers.get(i).tokens()).isEqualTo(tokens);
        assertThat(answers.get(i).wrong()).isEmpty();
      }
    }
    assertThat(model.openSequences()).isZero();
    assertThat(model.misuse()).isEmpty();
  }

  @Test
  void endsWaitingAndRunningRequestsWhileTheDeviceHangs() {
    FakeModel model = hangingModel();
    try (BatchingEngine engine = start(model, 1, 10)) {
      HeardAnswer running = new HeardAnswer();
      engine.submit(
          Requests.with(Requests.asking("a"), Duration.ofHours(1), Duration.ofSeconds(5)), running);
      await(() -> engine.load().running() == 1);
      HeardAnswer impatient = new HeardAnswer();
      engine.submit(
          Requests.with(Requests.asking("b"), Duration.ofSeconds(1), Duration.ofHours(1)),
          impatient);
      HeardAnswer unwanted = new HeardAnswer();
      Generation unwantedGeneration = engine.submit(Requests.asking("c"), unwanted);

      unwantedGeneration.cancel();
      assertThat(unwanted.awaitEnd()).isEqualTo(new Cancelled());
      clock.addAndGet(Duration.ofSeconds(2).toNanos());
      assertThat(impatient.awaitEnd())
          .isEqualTo(new Rejected(ErrorType.QUEUE_TIMEOUT, "waited over 1000 ms in the queue"));
      assertThat(engine.load().sinceLastStep()).isEqualTo(Duration.ofSeconds(2));
      clock.addAndGet(Duration.ofSeconds(4).toNanos());
      assertThat(running.awaitEnd())
          .isEqualTo(new Failed(ErrorType.GENERATION_TIMEOUT, "generation took over 5000 ms"));
      assertThat(engine.load().sinceLastStep()).isEqualTo(Duration.ofSeconds(6));
      assertThat(engine.load().waiting()).isZero();
      released.countDown();
      await(() -> engine.load().running() == 0);
      assertThat(engine.load().sinceLastStep()).isZero();
    }
    assertThat(model.openSequences()).isZero();
  }

  @Test
  void drainsByLettingAllEndAndTakesNoMore() throws InterruptedException {
    FakeModel model = hangingModel();
    try (BatchingEngine engine = start(model, 1, 10)) {
      HeardAnswer running = new HeardAnswer();
      HeardAnswer waiting = new HeardAnswer();
      engine.submit(Requests.asking("a"), running);
      engine.submit(Requests.asking("b"), waiting);
      List<Boolean> result = new ArrayList<>();
      Thread draining = new Thread(() -> result.add(engine.drain(Duration.ofSeconds(20))));
      draining.start();
      await(() -> refused(engine));
      released.countDown();
      draining.join();

      assertThat(result).containsExactly(true);
      assertThat(running.end()).isInstanceOf(Completed.class);
      assertThat(waiting.end()).isInstanceOf(Completed.class);
    }
  }

  @Test
  void endsWhatIsLeftAfterThePatience() {
    FakeModel model = hangingModel();
    try (BatchingEngine engine = start(model, 1, 10)) {
      HeardAnswer running = new HeardAnswer();
      HeardAnswer waiting = new HeardAnswer();
      engine.submit(Requests.asking("a"), running);
      await(() -> engine.load().running() == 1);
      engine.submit(Requests.asking("b"), waiting);

      assertThat(engine.drain(Duration.ofMillis(1))).isFalse();

      assertThat(running.end())
          .isEqualTo(
              new Failed(
                  ErrorType.SHUTDOWN, "the server shut down before the answer was complete"));
      assertThat(waiting.end())
          .isEqualTo(new Rejected(ErrorType.SHUTDOWN, "the server is shutting down"));
      released.countDown();
    }
    assertThat(model.openSequences()).isZero();
  }

  @Test
  void closesAtOnceWithRequestsAtWork() {
    FakeModel model = new FakeModel(prompt -> "x".repeat(3000) + prompt);
    HeardAnswer answer = new HeardAnswer();
    BatchingEngine engine = start(model, 2, 10);
    engine.submit(Requests.asking("a"), answer);
    engine.close();
    engine.close();

    assertThat(answer.hasEnded()).isTrue();
    assertThat(model.openSequences()).isZero();
    HeardAnswer late = new HeardAnswer();
    engine.submit(Requests.asking("late"), late);
    assertThat(late.end())
        .isEqualTo(new Rejected(ErrorType.SHUTDOWN, "the server is shutting down"));
  }

  @Test
  void refusesWhatTheQueueHasNoRoomFor() {
    FakeModel model = hangingModel();
    try (BatchingEngine engine = start(model, 1, 2)) {
      engine.submit(Requests.asking("a"), new HeardAnswer());
      await(() -> engine.load().running() == 1);
      engine.submit(Requests.asking("b"), new HeardAnswer());
      engine.submit(Requests.asking("c"), new HeardAnswer());
      HeardAnswer refused = new HeardAnswer();
      engine.submit(Requests.asking("d"), refused);

      assertThat(refused.end())
          .isEqualTo(
              new Rejected(ErrorType.OVERLOADED, "the queue is full: 2 requests are waiting"));
      assertThat(refused.hasStarted()).isFalse();
      assertThat(engine.load().waiting()).isEqualTo(2);
      released.countDown();
    }
  }

  @Test
  void goesOnWhereItsThreadsFail() {
    AtomicInteger failures = new AtomicInteger();
    FakeModel model = new FakeModel(prompt -> "answer to " + prompt);
    LongSupplier failing =
        () -> {
          if (Thread.currentThread().getName().startsWith("burnline-model")
              && failures.get() < 30
              && failures.getAndIncrement() % 3 != 2) {
            throw new OutOfMemoryError("no memory to tell the time");
          }
          return clock.get();
        };
    try (BatchingEngine engine =
        BatchingEngine.start(model, EngineSettings.forModel(model.description()), failing)) {
      HeardAnswer answer = new HeardAnswer();
      do {
        answer = new HeardAnswer();
        engine.submit(
            Requests.with(Requests.asking("a"), Duration.ofSeconds(1), Duration.ofSeconds(1)),
            answer);
        clock.addAndGet(Duration.ofSeconds(2).toNanos());
        answer.awaitEnd();
      } while (failures.get() < 30);
      assertThat(answer.wrong()).isEmpty();
    }
    assertThat(model.openSequences()).isZero();
  }

  private FakeModel hangingModel() {
    FakeModel model = new FakeModel(prompt -> "answer to " + prompt);
    model.onStep(
        steps -> {
          try {
            released.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        });
    return model;
  }

  private BatchingEngine start(FakeModel model, int slots, int queueLength) {
    return BatchingEngine.start(
        model,
        EngineSettings.forModel(model.description()).withSlots(slots).withQueueLength(queueLength),
        clock::get);
  }

  private static boolean refused(BatchingEngine engine) {
    HeardAnswer answer = new HeardAnswer();
    engine.submit(Requests.asking("late"), answer).cancel();
    return answer.hasEnded() && answer.end() instanceof Rejected;
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }
}
