package dev.burnline.serve.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burnline.serve.engine.FakeModel;
import dev.burnline.serve.engine.GenerationEnd.Completed;
import dev.burnline.serve.engine.GenerationEnd.Failed;
import dev.burnline.serve.engine.HeardAnswer;
import dev.burnline.serve.event.ErrorType;
import dev.burnline.serve.model.DeviceFaultException;
import dev.burnline.serve.model.DeviceOutOfMemoryException;
import dev.burnline.serve.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class FaultsTest {

  private static final Failed NO_MEMORY =
      new Failed(ErrorType.CUDA_OOM, "the device has no memory left: tried to allocate 2 GiB");

  private final FakeModel model = new FakeModel(prompt -> "the answer to " + prompt);
  private final ManualEngine engine = new ManualEngine(model, ManualEngine.settings(model));
  private final List<HeardAnswer> answers = new ArrayList<>();

  @Test
  void onlyTheRequestThatAsksTooMuchOfAStepFails() {
    askEight();
    engine.rounds(5);
    failWhen(steps -> steps.stream().anyMatch(step -> promptIs(step, "5")));
    engine.finish();

    expect(5, NO_MEMORY);
    assertThat(model.cachesFreed()).isEqualTo(4);
  }

  @Test
  void nobodyFailsWhenHalfAsManyFit() {
    askEight();
    engine.rounds(5);
    failWhen(steps -> steps.size() > 3);
    engine.finish();

    expect(-1, NO_MEMORY);
    assertThat(model.cachesFreed()).as("8, 4, then 2 at a time").isEqualTo(2);
  }

  @Test
  void aPromptThatDoesNotFitFailsAlone() {
    askEight();
    failWhen(steps -> steps.stream().anyMatch(step -> promptIs(step, "0")));
    engine.finish();

    expect(0, NO_MEMORY);
  }

  @Test
  void aSequenceThatDoesNotFitFailsAlone() {
    model.onOpen(
        capacity -> {
          if (capacity == 1010) {
            throw outOfMemory();
          }
        });
    askEight();
    HeardAnswer tooLarge = engine.ask("123456789");
    engine.finish();

    expect(-1, NO_MEMORY);
    assertThat(tooLarge.end()).isEqualTo(NO_MEMORY);
    assertThat(tooLarge.hasStarted()).isTrue();
    assertThat(model.cachesFreed()).isEqualTo(2);
  }

  @Test
  void freedCachesMayMakeRoomForASequence() {
    model.onOpen(
        capacity -> {
          if (model.cachesFreed() == 0) {
            throw outOfMemory();
          }
        });
    askEight();
    engine.finish();

    expect(-1, NO_MEMORY);
  }

  @Test
  void aDeviceFaultFailsAllAtWorkAndNobodyElse() {
    ManualEngine four = new ManualEngine(model, ManualEngine.settings(model).withSlots(4));
    for (int i = 0; i < 8; i++) {
      answers.add(four.ask("" + i));
    }
    four.rounds(5);
    model.onStep(
        steps -> {
          throw new DeviceFaultException("an illegal memory access was encountered", null);
        });
    four.round();
    assertThat(four.pulse.deviceFault())
        .contains("the device failed: an illegal memory access was encountered");
    model.onStep(steps -> {});
    four.finish();
    assertThat(four.pulse.deviceFault()).as("a step succeeded").isEmpty();

    for (int i = 0; i < 8; i++) {
      if (i < 4) {
        assertThat(answers.get(i).end())
            .isEqualTo(
                new Failed(
                    ErrorType.CUDA_ERROR,
                    "the device failed: an illegal memory access was encountered"));
      } else {
        assertThat(answers.get(i).content()).isEqualTo("the answer to " + i);
      }
    }
  }

  @Test
  void anyOtherFailureFailsTheRequestsOfTheStep() {
    askEight();
    engine.rounds(5);
    HeardAnswer reading = engine.ask("x".repeat(1000));
    model.onStep(
        steps -> {
          if (steps.get(0).tokens().size() == 1) {
            throw new StackOverflowError();
          }
        });
    engine.round();
    model.onStep(steps -> {});
    engine.finish();

    for (HeardAnswer answer : answers) {
      assertThat(answer.end()).isEqualTo(new Failed(ErrorType.ENGINE_ERROR, "StackOverflowError"));
    }
    assertThat(reading.end()).isInstanceOf(Completed.class);
  }

  @Test
  void aRoundWhoseFailureCannotBeToldCostsItsRequestsAndNoOthers() {
    askEight();
    engine.rounds(5);
    model.onStep(
        steps -> {
          throw new Unspeakable();
        });
    assertThatThrownBy(engine::round).isInstanceOf(Unspeakable.class);
    model.onStep(steps -> {});
    HeardAnswer later = engine.ask("later");
    engine.finish();

    for (HeardAnswer answer : answers) {
      assertThat(answer.end()).isEqualTo(Ends.LOST);
    }
    assertThat(later.content()).isEqualTo("the answer to later");
  }

  /** As where there is no memory for words either. */
  private static final class Unspeakable extends Error {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw this;
    }
  }

  @Test
  void aFailingFreeingOfCachesIsNotTheRequestsFault() {
    askEight();
    engine.rounds(5);
    failWhen(steps -> steps.size() > 4);
    model.onFreeCaches(
        () -> {
          throw new IllegalStateException("no caches here");
        });
    engine.finish();

    expect(-1, NO_MEMORY);
  }

  private void askEight() {
    for (int i = 0; i < 8; i++) {
      answers.add(engine.ask("" + i));
    }
  }

  private void failWhen(Predicate<List<Step>> condition) {
    model.onStep(
        steps -> {
          if (condition.test(steps)) {
            throw outOfMemory();
          }
        });
  }

  private void expect(int failing, Failed end) {
    for (int i = 0; i < answers.size(); i++) {
      HeardAnswer answer = answers.get(i);
      if (i == failing) {
        assertThat(answer.end()).isEqualTo(end);
      } else {
        assertThat(answer.end()).isInstanceOf(Completed.class);
        assertThat(answer.content()).isEqualTo("the answer to " + i);
        assertThat(answer.tokens()).isEqualTo(16);
      }
      assertThat(answer.wrong()).isEmpty();
    }
  }

  private static boolean promptIs(Step step, String prompt) {
    return FakeModel.promptOf(step.sequence()).equals(prompt)
        || (step.sequence().length() == 0 && step.tokens().id(0) == prompt.charAt(0));
  }

  private static DeviceOutOfMemoryException outOfMemory() {
    return new DeviceOutOfMemoryException("tried to allocate 2 GiB", null);
  }
}
