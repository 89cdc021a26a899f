package dev.burnline.serve.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.serve.engine.FakeModel;
import dev.burnline.serve.engine.Generation;
import dev.burnline.serve.engine.GenerationEnd;
import dev.burnline.serve.engine.GenerationEnd.Completed;
import dev.burnline.serve.engine.GenerationEnd.Rejected;
import dev.burnline.serve.engine.GenerationRequest;
import dev.burnline.serve.engine.HeardAnswer;
import dev.burnline.serve.engine.Requests;
import dev.burnline.serve.event.FinishReason;
import dev.burnline.serve.model.DeviceFaultException;
import dev.burnline.serve.model.DeviceOutOfMemoryException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every request gets exactly one end and a true answer, whatever happens in whatever order. */
class EnginePropertyTest {

  private static String answerTo(String prompt) {
    return "<" + prompt.repeat(prompt.length() % 5) + ">";
  }

  /** A request that was made, with who listens and the handle. */
  private record Asked(String prompt, HeardAnswer answer, Generation generation) {

    void check(Map<String, Integer> kinds) {
      GenerationEnd end = answer.end();
      assertThat(answer.wrong()).isEmpty();
      assertThat(answerTo(prompt)).startsWith(answer.content());
      if (end instanceof Completed completed) {
        assertThat(completed.outputTokens()).isEqualTo(answer.tokens());
        if (completed.reason() == FinishReason.STOP) {
          assertThat(answer.content()).isEqualTo(answerTo(prompt));
        }
      }
      if (end instanceof Rejected) {
        assertThat(answer.hasStarted()).isFalse();
      }
      kinds.merge(end.getClass().getSimpleName(), 1, Integer::sum);
    }
  }

  @Test
  void holdsForRandomInterleavingsByAManualClock() {
    Map<String, Integer> kinds = new HashMap<>();
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      FakeModel model = faulty(new Random(seed + 1000), 40);
      ManualEngine engine = new ManualEngine(model, settings(random, model));
      List<Asked> all = new ArrayList<>();
      for (int i = 0; i < 120; i++) {
        switch (random.nextInt(6)) {
          case 0, 1 -> all.add(ask(random, engine::submit));
          case 2 -> cancelOne(random, all);
          case 3 -> engine.pass(Duration.ofMillis(random.nextInt(40)));
          default -> engine.rounds(1 + random.nextInt(6));
        }
        assertThat(engine.pulse.cacheUsage()).isBetween(0.0, 1.0);
      }
      engine.finish();
      all.forEach(asked -> asked.check(kinds));
    }
    assertThat(kinds.keySet()).contains("Completed", "Rejected", "Cancelled", "Failed");
    assertThat(kinds.get("Completed")).as("%s", kinds).isGreaterThan(1000);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  @Timeout(30)
  void holdsForSeveralThreadsThatSubmitAndCancel(int seed) throws InterruptedException {
    Random random = new Random(seed);
    FakeModel model = faulty(new Random(seed + 1000), 100);
    AtomicLong clock = new AtomicLong();
    BatchingEngine engine = BatchingEngine.start(model, settings(random, model), clock::get);
    List<Asked> all = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      Random own = new Random(seed * 10L + t);
      threads.add(
          new Thread(
              () -> {
                List<Asked> mine = new ArrayList<>();
                for (int i = 0; i < 500; i++) {
                  mine.add(ask(own, engine::submit));
                  all.add(mine.get(i));
                  if (own.nextInt(4) == 0) {
                    cancelOne(own, mine);
                  }
                  if (own.nextInt(8) == 0) {
                    clock.addAndGet(Duration.ofMillis(own.nextInt(30)).toNanos());
                  }
                  if (own.nextInt(5) == 0) {
                    mine.get(i).answer().awaitEnd();
                  }
                }
              }));
    }
    threads.forEach(Thread::start);
    if (seed % 2 == 0) {
      engine.drain(Duration.ofMillis(20));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (seed % 3 == 0) {
      engine.close();
    }
    engine.drain(Duration.ofSeconds(20));
    engine.close();

    Map<String, Integer> kinds = new HashMap<>();
    all.forEach(asked -> asked.check(kinds));
    if (seed % 6 == 1) {
      assertThat(kinds).as("%s", kinds).containsKeys("Completed", "Cancelled", "Rejected");
    }
    assertThat(kinds.values().stream().mapToInt(i -> i).sum()).isEqualTo(2000);
    assertThat(model.openSequences()).isZero();
    assertThat(model.misuse()).isEmpty();
    assertThat(engine.load().running()).isZero();
    assertThat(engine.load().waiting()).isZero();
  }

  private interface Submitter {
    Generation submit(GenerationRequest request, HeardAnswer listener);
  }

  private static Asked ask(Random random, Submitter engine) {
    String prompt = Integer.toString(random.nextInt(1_000_000), 36).repeat(1 + random.nextInt(9));
    GenerationRequest request = Requests.with(Requests.asking(prompt), 1 + random.nextInt(90));
    request =
        Requests.with(
            request,
            Duration.ofMillis(10 + random.nextInt(2000)),
            Duration.ofMillis(10 + random.nextInt(2000)));
    HeardAnswer answer = random.nextInt(20) == 0 ? throwing(random.nextInt(5)) : new HeardAnswer();
    return new Asked(prompt, answer, engine.submit(request, answer));
  }

  private static HeardAnswer throwing(int afterTokens) {
    HeardAnswer[] self = new HeardAnswer[1];
    self[0] =
        new HeardAnswer(
            () -> {
              if (self[0].tokens() > afterTokens) {
                throw new IllegalStateException("this listener fails");
              }
            });
    return self[0];
  }

  private static void cancelOne(Random random, List<Asked> all) {
    if (!all.isEmpty()) {
      all.get(random.nextInt(all.size())).generation().cancel();
    }
  }

  private static EngineSettings settings(Random random, FakeModel model) {
    return ManualEngine.settings(model)
        .withSlots(1 + random.nextInt(8))
        .withQueueLength(random.nextInt(12))
        .withCacheTokens(60 + random.nextInt(400))
        .withPrefillTokens(1 + random.nextInt(20))
        .withMostOvertakes(random.nextInt(4));
  }

  /** Returns a model in which about one step or opening in so many fails. */
  private static FakeModel faulty(Random random, int oneIn) {
    FakeModel model = new FakeModel(100, EnginePropertyTest::answerTo);
    model.onStep(steps -> fail(random, 2 * oneIn));
    model.onOpen(capacity -> fail(random, oneIn));
    return model;
  }

  private static void fail(Random random, int oneIn) {
    if (random.nextInt(oneIn) == 0) {
      RuntimeException failure =
          Stream.<RuntimeException>of(
                  new DeviceOutOfMemoryException("no memory", null),
                  new DeviceOutOfMemoryException("no memory", null),
                  new DeviceOutOfMemoryException("no memory", null),
                  new DeviceFaultException("device fault", null),
                  new IllegalStateException("something else"))
              .skip(random.nextInt(5))
              .findFirst()
              .orElseThrow();
      throw failure;
    }
  }
}
