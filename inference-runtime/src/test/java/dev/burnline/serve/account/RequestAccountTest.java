package dev.burnline.serve.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burnline.serve.event.Answer;
import dev.burnline.serve.event.ErrorType;
import dev.burnline.serve.event.FinishReason;
import dev.burnline.serve.event.GpuReading;
import dev.burnline.serve.event.Load;
import dev.burnline.serve.event.LogEntry;
import dev.burnline.serve.event.LogEvent;
import dev.burnline.serve.event.Outcome;
import dev.burnline.serve.event.RequestFinished;
import dev.burnline.serve.event.RequestParameters;
import dev.burnline.serve.event.RequestReceived;
import dev.burnline.serve.event.SampleEvents;
import dev.burnline.serve.event.Status;
import dev.burnline.serve.event.Timings;
import dev.burnline.serve.event.TokenGaps;
import dev.burnline.serve.event.Totals;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class RequestAccountTest {

  private static final Instant ARRIVAL = Instant.parse("2026-11-23T12:00:00Z");
  private static final Outcome SUCCESS = Outcome.success(FinishReason.STOP);
  private static final GpuReading GPU = new GpuReading(0, 100, 200, 50, null, null);
  private static final RequestParameters PARAMETERS =
      new RequestParameters("chat", "m", false, null, null, null, null, null, null);

  private final List<LogEvent> log = Collections.synchronizedList(new ArrayList<>());
  private final ManualTime time = new ManualTime();
  private final RequestAccounts accounts =
      new RequestAccounts(
          this::keep, Clock.fixed(ARRIVAL, ZoneOffset.UTC), time, () -> Optional.of(GPU));

  private void keep(LogEntry entry) {
    log.add(entry.toEvent());
  }

  private RequestFinished finished() {
    List<RequestFinished> lines =
        log.stream()
            .filter(RequestFinished.class::isInstance)
            .map(RequestFinished.class::cast)
            .toList();
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  @Test
  void everyStepOfASuccessIsTimed() {
    try (RequestAccount account = accounts.open("r-1", () -> PARAMETERS)) {
      time.passMillis(1);
      account.describe(SampleEvents.prompt("hello"));
      account.inputTokens(3);
      account.queued();
      time.passMillis(10);
      account.started();
      time.passMillis(29);
      account.token(time.getAsLong());
      time.passMillis(5);
      account.token(time.getAsLong());
      time.passMillis(25);
      account.token(time.getAsLong());
      time.passMillis(30);
      account.repetitionRatio(0.25);
      assertThat(account.finish(SUCCESS, "hi there")).isTrue();
    }

    assertThat(log.get(0))
        .isInstanceOfSatisfying(
            RequestReceived.class, line -> assertThat(line.prompt().chars()).isEqualTo(5));
    RequestFinished line = finished();
    TokenGaps gaps = Objects.requireNonNull(line.timings().gaps());
    assertThat(line.timings()).isEqualTo(new Timings(ARRIVAL, 100, 40.0, gaps, 10.0, 29.0, 30.0));
    assertThat(gaps.longestMillis()).isEqualTo(25.0);
    assertThat(gaps.counts()).startsWith(1L, 1L, 0L).endsWith(0L);
    assertThat(line.timings().durationMillis()).isEqualTo(100);
    assertThat(line.answer().inputTokens()).isEqualTo(3);
    assertThat(line.answer().outputTokens()).isEqualTo(3);
    assertThat(line.answer().repetitionRatio()).isEqualTo(0.25);
    assertThat(line.load()).isEqualTo(new Load(0L, 0L));
    assertThat(line.gpu()).isEqualTo(GPU);
    assertThat(accounts.totals()).isEqualTo(new Totals(1, 1, 0, 3, 0, 0));
  }

  @Test
  void everyGapIsCountedUpToItsBound() {
    try (RequestAccount account = accounts.open("r-1", () -> PARAMETERS)) {
      account.started();
      account.token(time.getAsLong());
      for (double gapMillis :
          new double[] {0, 9, 10, 10.000001, 25, 25.5, 80_000, 80_001, 99_999}) {
        time.passMillis(gapMillis);
        account.token(time.getAsLong());
      }
      account.finish(SUCCESS, "");
    }

    TokenGaps gaps = Objects.requireNonNull(finished().timings().gaps());
    assertThat(gaps.counts().subList(0, 4)).containsExactly(3L, 2L, 1L, 0L);
    assertThat(gaps.counts()).endsWith(0L, 1L, 2L);
    assertThat(gaps.counts().stream().mapToLong(count -> count).sum()).isEqualTo(9);
    assertThat(gaps.longestMillis()).isEqualTo(99_999);
  }

  @Test
  void aRefusedRequestHasNoTokensAndNoSteps() {
    try (RequestAccount account = accounts.open("r-1", () -> PARAMETERS)) {
      time.passMillis(0.5);
      account.finish(Outcome.rejected(429, ErrorType.OVERLOADED, "the queue is full"), "");
    }

    RequestFinished line = finished();
    assertThat(line.prompt()).isNull();
    assertThat(line.parameters()).isEqualTo(PARAMETERS);
    assertThat(line.answer().inputTokens()).isNull();
    assertThat(line.answer().outputTokens()).isNull();
    assertThat(line.timings()).isEqualTo(new Timings(ARRIVAL, 0.5, null, null, null, null, null));
    assertThat(line.load()).isEqualTo(new Load(null, null));
    assertThat(accounts.totals()).isEqualTo(new Totals(1, 1, 1, 0, 0, 0));
  }

  @Test
  void aRequestThatTimesOutInTheQueueHasWaitedUntilItsEnd() {
    try (RequestAccount account = accounts.open("r-1", () -> PARAMETERS)) {
      account.queued();
      time.passMillis(7);
      account.finish(Outcome.error(503, ErrorType.QUEUE_TIMEOUT, "waited too long"), "");
    }

    assertThat(finished().timings().queueMillis()).isEqualTo(7);
    assertThat(accounts.totals().queueDepth()).isZero();
  }

  @Test
  void anExceptionStillWritesTheLine() {
    try (RequestAccount account = accounts.open("r-1", () -> PARAMETERS)) {
      account.started();
      throw new IllegalStateException("engine");
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("engine");
    }

    assertThat(finished().outcome())
        .isEqualTo(
            Outcome.error(500, ErrorType.ENGINE_ERROR, "the request ended without an outcome"));
    assertThat(finished().answer().outputTokens()).isZero();
  }

  @Test
  void onlyTheFirstOutcomeCountsAndLaterStepsChangeNothing() {
    RequestAccount account = accounts.open("r-1", () -> PARAMETERS);
    account.queued();
    account.finish(Outcome.cancelled(499, ErrorType.CLIENT_DISCONNECT, "gone"), "");

    assertThat(account.finish(SUCCESS, "late")).isFalse();
    account.describe(SampleEvents.prompt("late"));
    account.queued();
    account.started();
    account.token(time.getAsLong());
    account.close();

    assertThat(log).hasSize(1);
    assertThat(finished().outcome().status()).isEqualTo(Status.CANCELLED);
    assertThat(accounts.totals()).isEqualTo(new Totals(1, 1, 0, 0, 0, 0));
  }

  @Test
  void theLoadIsWhatTheOthersMake() {
    RequestAccount first = accounts.open("r-1", () -> PARAMETERS);
    RequestAccount second = accounts.open("r-2", () -> PARAMETERS);
    RequestAccount third = accounts.open("r-3", () -> PARAMETERS);
    first.queued();
    first.started();
    second.queued();
    third.queued();
    assertThat(accounts.totals()).isEqualTo(new Totals(3, 0, 0, 0, 3, 2));
    second.started();
    third.close();

    assertThat(finished().load()).isEqualTo(new Load(1L, null));
    log.clear();
    second.close();
    assertThat(finished().load()).isEqualTo(new Load(0L, 1L));
    first.close();
    assertThat(accounts.totals()).isEqualTo(new Totals(3, 3, 0, 0, 0, 0));
  }

  @Test
  void whoeverRacesForTheEndExactlyOneWins() throws InterruptedException {
    for (int round = 0; round < 200; round++) {
      RequestAccount account = accounts.open("r-" + round, () -> PARAMETERS);
      CountDownLatch start = new CountDownLatch(1);
      AtomicInteger winners = new AtomicInteger();
      List<Thread> racers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Thread racer =
            new Thread(
                () -> {
                  awaitStart(start);
                  if (account.finish(SUCCESS, "")) {
                    winners.incrementAndGet();
                  }
                });
        racer.start();
        racers.add(racer);
      }
      start.countDown();
      for (Thread racer : racers) {
        racer.join();
      }
      assertThat(winners).hasValue(1);
    }

    assertThat(log).hasSize(200);
    assertThat(accounts.totals()).isEqualTo(new Totals(200, 200, 0, 0, 0, 0));
  }

  private static void awaitStart(CountDownLatch start) {
    try {
      start.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aStepWithANumberThatCannotBeIsRefusedAndTheRequestStillEnds() {
    try (RequestAccount account = accounts.open("r-1", () -> PARAMETERS)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> account.inputTokens(-1))
          .withMessage("inputTokens must not be negative, got -1");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> account.repetitionRatio(Double.NaN))
          .withMessage("repetitionRatio must be in 0..1, got NaN");
    }

    assertThat(finished().outcome().status()).isEqualTo(Status.ERROR);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accounts.open("", () -> PARAMETERS))
        .withMessage("requestId must not be empty");
  }

  @Test
  void whatAnAccountCostsTheRequestIsToldOnce() {
    List<Long> costs = new ArrayList<>();
    AccountBook slow =
        new AccountBook() {
          @Override
          public void write(LogEntry entry) {
            time.passMillis(2);
          }

          @Override
          public void cost(long nanos) {
            costs.add(nanos);
          }
        };
    RequestAccounts accountsOfIt =
        new RequestAccounts(
            slow, Clock.fixed(ARRIVAL, ZoneOffset.UTC), time, () -> Optional.of(GPU));
    try (RequestAccount account = accountsOfIt.open("r-1", () -> PARAMETERS)) {
      account.describe(SampleEvents.prompt("p"));
      time.passMillis(100); // the model's work
      account.finish(SUCCESS, "");
      account.finish(SUCCESS, "again");
    }

    assertThat(costs).containsExactly(4_000_000L);
  }

  @Test
  void theLineIsPutTogetherLaterAndIsOfTheEnd() {
    List<LogEntry> entries = new ArrayList<>();
    AtomicInteger asked = new AtomicInteger();
    RequestAccounts later =
        new RequestAccounts(
            entries::add, Clock.fixed(ARRIVAL, ZoneOffset.UTC), time, () -> Optional.of(GPU));
    RequestAccount account =
        later.open(
            "r-1",
            () -> {
              asked.incrementAndGet();
              return PARAMETERS;
            });
    account.started();
    account.inputTokens(3);
    time.passMillis(10);
    account.finish(SUCCESS, "hi");
    assertThat(asked).hasValue(0);

    time.passMillis(10);
    account.token(time.getAsLong());
    account.inputTokens(4);
    account.repetitionRatio(0.5);
    account.asksFor(
        () -> {
          throw new IllegalStateException("too late");
        });

    RequestFinished line = (RequestFinished) entries.get(0).toEvent();
    assertThat(line.timings().durationMillis()).isEqualTo(10);
    assertThat(line.parameters()).isEqualTo(PARAMETERS);
    assertThat(line.answer()).isEqualTo(new Answer("hi", 3L, 0L, null));
    assertThat(entries.get(0).toEvent()).isSameAs(line);
    assertThat(asked).hasValue(1);
  }

  @Test
  void aLogThatFailsLeavesNoRequestInFlight() {
    RequestAccounts failing =
        new RequestAccounts(
            event -> {
              throw new OutOfMemoryError("the metrics");
            },
            Clock.fixed(ARRIVAL, ZoneOffset.UTC),
            time,
            () -> Optional.of(GPU));
    RequestAccount account = failing.open("r-1", () -> PARAMETERS);
    account.started();

    assertThatThrownBy(() -> account.finish(SUCCESS, "")).isInstanceOf(OutOfMemoryError.class);
    account.close();

    assertThat(failing.totals()).isEqualTo(new Totals(1, 1, 0, 0, 0, 0));
  }

  @Test
  void aLineThatCannotBeMadeIsMadeAtTheClosing() {
    AtomicInteger looksLeft = new AtomicInteger(Integer.MAX_VALUE);
    RequestAccounts scarce = accountsWithoutMemory(() -> looksLeft.decrementAndGet() == 0);
    try (RequestAccount account = scarce.open("r-1", () -> PARAMETERS)) {
      looksLeft.set(2); // at the clock: as it begins to finish, and where it has ended
      assertThatThrownBy(() -> account.finish(SUCCESS, "")).isInstanceOf(OutOfMemoryError.class);
      assertThat(scarce.totals().inFlight()).isEqualTo(1);
    }

    assertThat(finished().outcome()).as("what the client saw").isEqualTo(SUCCESS);
    assertThat(scarce.totals()).isEqualTo(new Totals(1, 1, 0, 0, 0, 0));
  }

  @Test
  void aRequestWithoutItsLineIsNotInFlight() {
    AtomicInteger looksLeft = new AtomicInteger(Integer.MAX_VALUE);
    RequestAccounts none = accountsWithoutMemory(() -> looksLeft.decrementAndGet() < 0);
    RequestAccount account = none.open("r-1", () -> PARAMETERS);
    looksLeft.set(1);

    assertThatThrownBy(account::close).isInstanceOf(OutOfMemoryError.class);

    assertThat(none.totals()).isEqualTo(new Totals(1, 1, 0, 0, 0, 0));
  }

  /** Each look at the clock asks whether memory lacks. */
  private RequestAccounts accountsWithoutMemory(BooleanSupplier lacks) {
    return new RequestAccounts(
        this::keep,
        Clock.fixed(ARRIVAL, ZoneOffset.UTC),
        () -> {
          if (lacks.getAsBoolean()) {
            throw new OutOfMemoryError("the line");
          }
          return time.getAsLong();
        },
        () -> Optional.of(GPU));
  }

  @Test
  void anEntryKeepsItsPromptUntilItIsCondensed() {
    List<LogEntry> entries = new ArrayList<>();
    RequestAccounts later =
        new RequestAccounts(
            entries::add, Clock.fixed(ARRIVAL, ZoneOffset.UTC), time, () -> Optional.of(GPU));
    RequestAccount account = later.open("r-1", () -> PARAMETERS);
    account.describe(SampleEvents.prompt("x".repeat(500)));
    account.finish(SUCCESS, "");
    LogEntry line = entries.get(1);
    assertThat(line.keptChars()).isEqualTo(500);

    line.condense();

    assertThat(line.keptChars()).isZero();
    assertThat(entries.get(0).keptChars()).isZero();
    assertThat(((RequestFinished) line.toEvent()).prompt()).isNotNull();
  }

  @Test
  void parametersThatAreKnownAreAskedForAtOnceAndAreAPartOfTheCost() {
    List<Long> costs = new ArrayList<>();
    List<LogEntry> entries = new ArrayList<>();
    AccountBook book =
        new AccountBook() {
          @Override
          public void write(LogEntry entry) {
            entries.add(entry);
          }

          @Override
          public void cost(long nanos) {
            costs.add(nanos);
          }
        };
    RequestAccounts known =
        new RequestAccounts(
            book, Clock.fixed(ARRIVAL, ZoneOffset.UTC), time, () -> Optional.of(GPU));
    RequestAccount account =
        known.open(
            "r-1",
            () -> {
              throw new IllegalStateException("more is known");
            });
    account.knows(
        () -> {
          time.passMillis(0.5);
          return PARAMETERS;
        });
    account.finish(SUCCESS, "");

    assertThat(costs).containsExactly(500_000L);
    assertThat(((RequestFinished) entries.get(0).toEvent()).parameters()).isEqualTo(PARAMETERS);
  }
}
