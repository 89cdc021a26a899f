package dev.burnline.serve.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.serve.engine.FakeModel;
import dev.burnline.serve.engine.Generation;
import dev.burnline.serve.engine.GenerationEnd;
import dev.burnline.serve.engine.GenerationEnd.Cancelled;
import dev.burnline.serve.engine.GenerationEnd.Completed;
import dev.burnline.serve.engine.GenerationEnd.Failed;
import dev.burnline.serve.engine.GenerationEnd.Rejected;
import dev.burnline.serve.engine.GenerationRequest.Reasoning;
import dev.burnline.serve.engine.HeardAnswer;
import dev.burnline.serve.engine.Requests;
import dev.burnline.serve.event.ErrorType;
import dev.burnline.serve.event.FinishReason;
import dev.burnline.serve.model.Tokens;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private final FakeModel model = new FakeModel(200, prompt -> "ok:" + prompt);
  private final ManualEngine engine = new ManualEngine(model, ManualEngine.settings(model));

  @Test
  void endsAtTheEndTokenWhichCounts() {
    HeardAnswer answer = engine.ask("hello");
    engine.finish();

    assertThat(answer.end()).isEqualTo(new Completed(FinishReason.STOP, 9, 0));
    assertThat(answer.content()).isEqualTo("ok:hello");
    assertThat(answer.tokens()).isEqualTo(9);
  }

  @Test
  void theTokensOfAStepCameAtTheSameTime() {
    HeardAnswer one = engine.ask("hello");
    HeardAnswer other = engine.ask("world");
    do {
      engine.pass(Duration.ofMillis(20));
    } while (engine.round());

    assertThat(one.times()).hasSize(9).isEqualTo(other.times());
    for (int i = 1; i < 9; i++) {
      assertThat(one.times().get(i) - one.times().get(i - 1)).isEqualTo(20_000_000);
    }
  }

  @Test
  void endsAtTheMostTokensAndGivesOutWhatWasHeldBack() {
    HeardAnswer answer =
        engine.submit(
            Requests.with(Requests.with(Requests.asking("hello"), 5), Reasoning.AS_TEXT, "hex"));
    engine.finish();

    assertThat(answer.end()).isEqualTo(new Completed(FinishReason.LENGTH, 5, 0));
    assertThat(answer.content()).isEqualTo("ok:he");
  }

  @Test
  void aCharacterThatNeverBecomesWholeIsAReplacementCharacter() {
    HeardAnswer answer = engine.submit(Requests.with(Requests.asking("好"), 5));
    engine.finish();

    assertThat(answer.content()).isEqualTo("ok:\ufffd");
  }

  @Test
  void endsBeforeAStopString() {
    HeardAnswer answer =
        engine.submit(Requests.with(Requests.asking("hello you"), Reasoning.AS_TEXT, "lo y"));
    engine.finish();

    assertThat(answer.end()).isEqualTo(new Completed(FinishReason.STOP, 10, 0));
    assertThat(answer.content()).isEqualTo("ok:hel");
  }

  @Test
  void tellsReasoningFromTheAnswer() {
    HeardAnswer answer =
        engine.submit(
            Requests.with(Requests.asking("\nhm\n</think>\n\nYes"), Reasoning.APART_FROM_START));
    engine.finish();

    assertThat(answer.reasoning()).isEqualTo("ok:\nhm\n");
    assertThat(answer.content()).isEqualTo("Yes");
  }

  @Test
  void cutsTheMostTokensToWhatTheContextLeaves() {
    FakeModel endless = new FakeModel(20, prompt -> "abcdefghijklmnopqrstuvwxyz");
    ManualEngine small = new ManualEngine(endless, ManualEngine.settings(endless));
    HeardAnswer answer = small.ask("12345");
    small.finish();

    assertThat(answer.end()).isEqualTo(new Completed(FinishReason.LENGTH, 14, 0));
  }

  @Test
  void refusesAtOnceAPromptThatLeavesNoRoom() {
    HeardAnswer tooLong = engine.ask("x".repeat(199));
    HeardAnswer longest = engine.ask("x".repeat(198));
    ManualEngine poor = new ManualEngine(model, ManualEngine.settings(model).withCacheTokens(10));
    HeardAnswer overBudget = poor.ask("x".repeat(9));

    assertThat(tooLong.end())
        .isEqualTo(
            new Rejected(
                ErrorType.CONTEXT_LENGTH,
                "the prompt has 200 tokens; with one of output it is over the context of 200"
                    + " tokens"));
    assertThat(overBudget.end())
        .isEqualTo(
            new Rejected(
                ErrorType.CONTEXT_LENGTH,
                "the prompt has 10 tokens; with one of output it is over the key-value cache of 10"
                    + " tokens"));
    engine.finish();
    assertThat(longest.end()).isEqualTo(new Completed(FinishReason.LENGTH, 1, 0));
  }

  @Test
  void aTokenOutsideTheVocabularyNeverReachesTheModel() {
    HeardAnswer answer = engine.submit(Requests.with(Requests.asking("a"), Tokens.of(5, 256, 1)));

    assertThat(answer.end())
        .isEqualTo(
            new Failed(
                ErrorType.ENGINE_ERROR, "token 1 of the prompt is 256, the vocabulary has 256"));
    assertThat(model.steps()).isZero();
  }

  @Test
  void endsAnAnswerThatRepeatsItself() {
    FakeModel loop = new FakeModel(4096, prompt -> "It is. ".repeat(1000));
    ManualEngine watching = new ManualEngine(loop, ManualEngine.settings(loop));
    HeardAnswer answer = watching.ask("a");
    watching.finish();

    assertThat(answer.end())
        .isInstanceOfSatisfying(
            Completed.class,
            end -> {
              assertThat(end.reason()).isEqualTo(FinishReason.REPETITION);
              assertThat(end.outputTokens()).isEqualTo(400);
              assertThat(end.repetitionRatio()).isBetween(0.98, 0.99);
            });
  }

  @Test
  void cancelsFromTheQueueAndAtTheNextToken() {
    ManualEngine one = new ManualEngine(model, ManualEngine.settings(model).withSlots(1));
    HeardAnswer running = new HeardAnswer();
    HeardAnswer waiting = new HeardAnswer();
    Generation runningGeneration = one.submit(Requests.asking("first"), running);
    Generation waitingGeneration = one.submit(Requests.asking("second"), waiting);
    one.rounds(2);
    runningGeneration.cancel();
    waitingGeneration.cancel();
    one.round();

    assertThat(running.end()).isEqualTo(new Cancelled());
    assertThat(running.content()).isEqualTo("ok");
    assertThat(waiting.end()).isEqualTo(new Cancelled());
    assertThat(waiting.hasStarted()).isFalse();
    runningGeneration.cancel();
    one.finish();
  }

  @Test
  void endsARequestWhoseTimeIsOver() {
    ManualEngine one = new ManualEngine(model, ManualEngine.settings(model).withSlots(1));
    Duration second = Duration.ofSeconds(1);
    HeardAnswer slow = one.submit(Requests.with(Requests.asking("a"), second, second));
    HeardAnswer late = one.submit(Requests.with(Requests.asking("b"), second, second));
    one.rounds(2);
    one.pass(second);
    one.round();
    assertThat(slow.hasEnded()).as("exactly the time-out is in time").isFalse();
    one.pass(Duration.ofNanos(1));
    one.round();

    GenerationEnd tooLate =
        new Failed(ErrorType.GENERATION_TIMEOUT, "generation took over 1000 ms");
    assertThat(slow.end()).isEqualTo(tooLate);
    assertThat(late.end())
        .isEqualTo(new Rejected(ErrorType.QUEUE_TIMEOUT, "waited over 1000 ms in the queue"));
    one.finish();
  }

  @Test
  void aListenerThatThrowsEndsOnlyItsOwnRequest() {
    HeardAnswer bad =
        new HeardAnswer(
            () -> {
              throw new IllegalStateException("the client's stream broke");
            });
    engine.submit(Requests.asking("a"), bad);
    HeardAnswer good = engine.ask("b");
    engine.finish();

    assertThat(bad.end())
        .isEqualTo(new Failed(ErrorType.ENGINE_ERROR, "the client's stream broke"));
    assertThat(good.content()).isEqualTo("ok:b");
    assertThat(bad.wrong()).isEmpty();
  }
}
