package dev.burnline.serve.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.burnline.serve.event.LogEntry.Priority;
import dev.burnline.serve.event.LogEvent.Level;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventsTest {

  private static Timings timings(double durationMillis, Double ttftMillis) {
    return new Timings(Instant.EPOCH, durationMillis, ttftMillis, null, null, null, null);
  }

  @Test
  void throughputIsTokensPerSecondOfTheWholeDuration() {
    assertThat(timings(2_000, 100.0).throughputTps(300)).isEqualTo(150.0);
    assertThat(timings(2_000, 100.0).throughputTps(0)).isNull();
    assertThat(timings(0, null).throughputTps(3)).isNull();
  }

  @Test
  void timePerOutputTokenLeavesOutTheFirstToken() {
    assertThat(timings(2_000, 500.0).tpotMillis(4)).isEqualTo(500.0);
    assertThat(timings(2_000, 500.0).tpotMillis(1)).isNull();
    assertThat(timings(2_000, 500.0).tpotMillis(0)).isNull();
    assertThat(timings(2_000, null).tpotMillis(4)).isNull();
  }

  @Test
  void thePromptIsKnownByItsLengthInCodePointsAndItsHash() {
    Prompt prompt = SampleEvents.prompt("abc");

    assertThat(prompt.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(prompt.chars()).isEqualTo(3);
    assertThat(SampleEvents.prompt("\ud83d\ude00字").chars()).isEqualTo(2);
    assertThat(SampleEvents.prompt("").chars()).isZero();
  }

  @Test
  void whatAReportNeedsGoesBeforeWhatItCanDoWithout() {
    assertThat(SampleEvents.finished("r").priority()).isEqualTo(Priority.ESSENTIAL);
    assertThat(ServiceStopped.asTold(0, true).priority()).isEqualTo(Priority.ESSENTIAL);
    assertThat(SampleEvents.received("r").priority()).isEqualTo(Priority.ORDINARY);
    assertThat(SampleEvents.gpuSample().priority()).isEqualTo(Priority.ORDINARY);
    assertThat(SampleEvents.heartbeat(0).priority()).isEqualTo(Priority.ORDINARY);
  }

  @Test
  void theLevelFollowsTheOutcome() {
    assertThat(SampleEvents.finished("r").level()).isEqualTo(Level.INFO);
    assertThat(SampleEvents.refused("r").level()).isEqualTo(Level.WARNING);
    assertThat(Outcome.error(500, ErrorType.CUDA_ERROR, "x").level()).isEqualTo(Level.ERROR);
  }

  @Test
  void aSuccessHasNoErrorAndEverythingElseHas() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Outcome(Status.SUCCESS, 200, ErrorType.CUDA_OOM, null, FinishReason.STOP))
        .withMessage("status success does not go with error type CUDA_OOM");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Outcome(Status.ERROR, 500, null, null, null))
        .withMessage("status error does not go with error type null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Outcome.rejected(42, ErrorType.OVERLOADED, "full"))
        .withMessage("httpStatus must be in 100..599, got 42");
  }

  @Test
  void numbersOutsideTheContractAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> timings(Double.NaN, null))
        .withMessage("durationMillis must be finite and not negative, got NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TokenGaps(List.of(1L), 1))
        .withMessage("counts must be 20, got 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ServiceReady(-1))
        .withMessage("inFlight must not be negative, got -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GpuReading(0, 1, 2, 101, null, null))
        .withMessage("utilPercent must be in 0..100, got 101.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Answer("", 1L, 1L, 1.5))
        .withMessage("repetitionRatio must be in 0..1, got 1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ModelLoaded("m", "ABC", 1, "f32", "cpu"))
        .withMessage("modelSha256 must be 64 lower-case hexadecimal digits, got 'ABC'");
  }

  @Test
  void parametersOfAClientAreLeftOutRatherThanRefused() {
    RequestParameters odd =
        new RequestParameters(
            "chat", "m", false, -5L, Double.POSITIVE_INFINITY, 1.5, -7L, "", "r".repeat(999));

    assertThat(odd)
        .isEqualTo(
            new RequestParameters(
                "chat", "m", false, null, null, null, -7L, null, "r".repeat(256)));
  }
}
