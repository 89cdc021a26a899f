package dev.burnline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.serve.account.RequestAccount;
import dev.burnline.serve.account.RequestAccounts;
import dev.burnline.serve.engine.GenerationEnd;
import dev.burnline.serve.engine.GenerationListener.Part;
import dev.burnline.serve.event.ErrorType;
import dev.burnline.serve.event.FinishReason;
import dev.burnline.serve.event.Outcome;
import dev.burnline.serve.event.SampleEvents;
import dev.burnline.serve.event.Status;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  /** An answer that has begun to go out when making the next piece fails. */
  private static final class BrokenAnswer implements Answer {

    private final Runnable trouble;
    private final List<ApiError> told = new ArrayList<>();

    BrokenAnswer(Runnable trouble) {
      this.trouble = trouble;
    }

    @Override
    public void begin() {}

    @Override
    public void text(Inbox.Piece piece) {
      trouble.run();
    }

    @Override
    public void heartbeat() {}

    @Override
    public void complete(FinishReason reason) {}

    @Override
    public void fail(ApiError error) {
      told.add(error);
    }

    @Override
    public boolean hasBegun() {
      return true;
    }

    @Override
    public int maxUnsentChars() {
      return 1_000;
    }
  }

  private static final class OpenWire implements Wire {

    private boolean cut;

    @Override
    public boolean isGone() {
      return false;
    }

    @Override
    public void bodyIsRead() {}

    @Override
    public void waitAtMost(Duration time) {}

    @Override
    public void waitAsUsual() {}

    @Override
    public void cut() {
      cut = true;
    }
  }

  private final OpenWire wire = new OpenWire();

  private Outcome run(BrokenAnswer answer, String text) throws InterruptedException {
    RequestAccounts accounts =
        new RequestAccounts(event -> {}, Clock.systemUTC(), System::nanoTime, Optional::empty);
    try (RequestAccount account = accounts.open("r-1", SampleEvents::parameters)) {
      Progress progress = new Progress(System::nanoTime, 1);
      Inbox inbox = new Inbox(account, answer.maxUnsentChars(), progress);
      inbox.started();
      inbox.token(System.nanoTime());
      inbox.text(Part.CONTENT, text);
      inbox.ended(new GenerationEnd.Cancelled());
      return new Delivery("r-1", inbox, () -> {}, answer, wire, progress, LONG, LONG).run();
    }
  }

  @Test
  void whoHasHalfAnAnswerHearsThatThereIsNoMemoryForTheRest() throws InterruptedException {
    BrokenAnswer answer = noMemory();

    Outcome outcome = run(answer, "half ");

    assertThat(answer.told).containsExactly(ServerErrors.NO_MEMORY);
    assertThat(outcome.status()).isEqualTo(Status.ERROR);
    assertThat(outcome.errorType()).isEqualTo(ErrorType.OVERLOADED);
    assertThat(outcome.httpStatus()).isEqualTo(200);
  }

  @Test
  void whoHasHalfAnAnswerHearsThatTheServerFailedAtTheRest() throws InterruptedException {
    BrokenAnswer answer =
        new BrokenAnswer(
            () -> {
              throw new IllegalStateException("a defect");
            });

    Outcome outcome = run(answer, "half ");

    String message = "the server failed: java.lang.IllegalStateException: a defect";
    assertThat(answer.told).containsExactly(ApiError.of(500, ErrorType.ENGINE_ERROR, message));
    // The client has seen the status of the half that went well.
    assertThat(outcome).isEqualTo(Outcome.error(200, ErrorType.ENGINE_ERROR, message));
  }

  @Test
  void whatFailsIsToldOnTheConsoleWithTheRequestsId() throws InterruptedException {
    PrintStream console = System.err;
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
    try {
      run(noMemory(), "half ");
    } finally {
      System.setErr(console);
    }
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains("there was no memory for the answer to request r-1");
  }

  @Test
  void aStreamThatItsClientReadsTooSlowlyDoesNotEndAsIfItWereWhole() throws InterruptedException {
    BrokenAnswer answer =
        new BrokenAnswer(
            () -> {
              throw new AssertionError("nothing more is written");
            });

    Outcome outcome = run(answer, "x".repeat(answer.maxUnsentChars() + 1));

    assertThat(wire.cut).isTrue();
    assertThat(answer.told).isEmpty();
    assertThat(outcome.status()).isEqualTo(Status.CANCELLED);
    assertThat(outcome.errorMessage()).isEqualTo("the client was too slow in reading its answer");
  }

  private static BrokenAnswer noMemory() {
    return new BrokenAnswer(
        () -> {
          throw new OutOfMemoryError("Java heap space");
        });
  }
}
