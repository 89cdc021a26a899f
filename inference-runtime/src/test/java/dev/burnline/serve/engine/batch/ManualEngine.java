package dev.burnline.serve.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.serve.engine.FakeModel;
import dev.burnline.serve.engine.Generation;
import dev.burnline.serve.engine.GenerationRequest;
import dev.burnline.serve.engine.HeardAnswer;
import dev.burnline.serve.engine.Requests;
import java.time.Duration;

/** An engine without threads: its rounds and its clock move when they are told to. */
final class ManualEngine {

  final FakeModel model;
  final WaitingLine line;
  final LiveTickets live = new LiveTickets();
  final Pulse pulse;
  private final Intake intake;
  private final Rounds rounds;
  private long nanos = Long.MAX_VALUE - 1000;

  ManualEngine(FakeModel model, EngineSettings settings) {
    this.model = model;
    this.line = new WaitingLine(settings.queueLength(), settings.mostOvertakes());
    this.pulse = new Pulse(() -> nanos);
    Admission admission = new Admission(model.description(), settings.cacheTokens());
    this.intake = new Intake(settings, admission, line, live, pulse, () -> nanos, () -> {});
    this.rounds = new Rounds(model, settings, admission, line, pulse, () -> nanos);
  }

  static EngineSettings settings(FakeModel model) {
    return EngineSettings.forModel(model.description());
  }

  HeardAnswer ask(String prompt) {
    return submit(Requests.asking(prompt));
  }

  HeardAnswer submit(GenerationRequest request) {
    HeardAnswer answer = new HeardAnswer();
    submit(request, answer);
    return answer;
  }

  Generation submit(GenerationRequest request, HeardAnswer answer) {
    return intake.submit(request, answer);
  }

  void pass(Duration time) {
    nanos += time.toNanos();
  }

  boolean round() {
    return rounds.next();
  }

  void rounds(int count) {
    for (int i = 0; i < count; i++) {
      rounds.next();
    }
  }

  /** Goes on until nothing is left, and checks that nothing is. */
  void finish() {
    int left = 1_000_000;
    while (rounds.next()) {
      assertThat(--left).as("rounds left").isPositive();
    }
    assertThat(live.isEmpty()).isTrue();
    assertThat(pulse.running()).isZero();
    assertThat(pulse.cacheUsage()).isZero();
    assertThat(line.size()).isZero();
    assertThat(model.openSequences()).isZero();
    assertThat(model.misuse()).isEmpty();
  }
}
