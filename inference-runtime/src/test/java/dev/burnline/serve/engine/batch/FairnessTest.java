package dev.burnline.serve.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.serve.engine.FakeModel;
import dev.burnline.serve.engine.HeardAnswer;
import dev.burnline.serve.engine.Requests;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairnessTest {

  private final FakeModel model = new FakeModel(100_000, prompt -> "0123456789".repeat(20));

  @Test
  void aLongPromptStallsNobodysTokens() {
    ManualEngine engine = engine(8, 1_000_000, 10);
    HeardAnswer running = engine.ask("a");
    engine.round();
    HeardAnswer longPrompt = engine.ask("x".repeat(999));
    model.onStep(
        steps ->
            assertThat(steps.stream().mapToInt(step -> step.tokens().size()).sum())
                .isLessThanOrEqualTo(10));
    for (int round = 1; round <= 100; round++) {
      int before = running.tokens();
      engine.round();
      assertThat(running.tokens()).as("one token a round").isEqualTo(before + 1);
      assertThat(longPrompt.tokens()).isEqualTo(round == 100 ? 1 : 0);
    }
  }

  @Test
  void aShortPromptPassesALongOneThatIsBeingRead() {
    ManualEngine engine = engine(8, 1_000_000, 10);
    engine.ask("x".repeat(5000));
    engine.rounds(3);
    HeardAnswer brief = engine.ask("brief");
    engine.rounds(2);

    assertThat(brief.tokens()).isPositive();
  }

  @Test
  void aLongPromptIsReadWithinTwiceItsRoundsHoweverManyShortOnesCome() {
    ManualEngine engine = engine(64, 10_000_000, 10);
    HeardAnswer longPrompt = engine.ask("x".repeat(999));
    int rounds = 0;
    while (longPrompt.tokens() == 0 && rounds < 300) {
      engine.submit(Requests.with(Requests.asking("123456789"), 1));
      engine.submit(Requests.with(Requests.asking("123456789"), 1));
      engine.round();
      rounds++;
    }

    assertThat(rounds).isLessThanOrEqualTo(200);
  }

  @Test
  void aLargeRequestIsOvertakenSoOftenAndNoMore() {
    // Each small request reserves 20 tokens of 100; the large one needs all 100.
    ManualEngine engine = engine(5, 100, 50);
    List<HeardAnswer> small = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      small.add(small(engine));
      engine.round();
    }
    HeardAnswer large = engine.submit(Requests.with(Requests.asking("x".repeat(49)), 50));
    int before = small.size();
    for (int round = 0; !large.hasStarted(); round++) {
      small.add(small(engine));
      engine.round();
      assertThat(round).isLessThan(100);
    }

    long overtaking = small.stream().skip(before).filter(HeardAnswer::hasStarted).count();
    assertThat(overtaking).isEqualTo(8);
    model.onStep(steps -> {});
    engine.finish();
    assertThat(large.tokens()).isEqualTo(50);
  }

  private static HeardAnswer small(ManualEngine engine) {
    return engine.submit(Requests.with(Requests.asking("123456789"), 10));
  }

  private ManualEngine engine(int slots, long cacheTokens, int prefillTokens) {
    return new ManualEngine(
        model,
        ManualEngine.settings(model)
            .withSlots(slots)
            .withQueueLength(1000)
            .withCacheTokens(cacheTokens)
            .withPrefillTokens(prefillTokens));
  }
}
