package dev.burnline.serve.account;

import static java.util.Objects.requireNonNull;

import dev.burnline.serve.event.Answer;
import dev.burnline.serve.event.ErrorType;
import dev.burnline.serve.event.GpuReading;
import dev.burnline.serve.event.Load;
import dev.burnline.serve.event.LogEntry;
import dev.burnline.serve.event.Outcome;
import dev.burnline.serve.event.Prompt;
import dev.burnline.serve.event.RequestFinished;
import dev.burnline.serve.event.RequestParameters;
import dev.burnline.serve.event.RequestReceived;
import dev.burnline.serve.event.Status;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The account of one request. It writes {@code request.finished} exactly once: at the first {@link
 * #finish}, or else when it is closed. Steps that come after that change nothing, so a time-out, a
 * client that goes away and the engine may race for the end. Thread-safe.
 *
 * <p>Steps that a request never takes are left out: a refused one goes straight to {@code finish}.
 */
public final class RequestAccount implements AutoCloseable {

  private static final Outcome NO_OUTCOME =
      Outcome.error(500, ErrorType.ENGINE_ERROR, "the request ended without an outcome");

  private final String requestId;
  private final AccountBook book;
  private final Instant receivedAt;
  private final LongSupplier nanoTime;
  private final Supplier<Optional<GpuReading>> gpu;
  private final RequestCounters counters;
  private final long arrivedNanos;
  private final TokenTimes tokens = new TokenTimes();
  private Supplier<RequestParameters> parameters;
  private @Nullable Prompt prompt;
  private @Nullable Long inputTokens;
  private @Nullable Double repetitionRatio;
  private @Nullable Long queuedNanos;
  private @Nullable Long queueDepth;
  private @Nullable Long startedNanos;
  private @Nullable Long runningAtStart;
  private @Nullable Outcome firstOutcome;
  private String firstResponse = "";
  private long endedNanos;
  private @Nullable GpuReading gpuAtEnd;
  private boolean finished;

  /** What the request's own thread has spent here so far. */
  private long costNanos;

  RequestAccount(
      String requestId,
      Supplier<RequestParameters> parameters,
      AccountBook book,
      Instant receivedAt,
      long arrivedNanos,
      LongSupplier nanoTime,
      Supplier<Optional<GpuReading>> gpu,
      RequestCounters counters) {
    this.requestId = requireNonNull(requestId, "requestId is null");
    this.parameters = parameters;
    this.book = book;
    this.receivedAt = receivedAt;
    this.nanoTime = nanoTime;
    this.gpu = gpu;
    this.counters = counters;
    this.arrivedNanos = arrivedNanos;
    this.costNanos = nanoTime.getAsLong() - arrivedNanos;
  }

  /**
   * Says more of what is asked for than was known before.
   *
   * @param newParameters called later, by the thread that makes the line: it is to keep no long
   *     text
   */
  public void asksFor(Supplier<RequestParameters> newParameters) {
    requireNonNull(newParameters, "parameters is null");
    note(nanoTime.getAsLong(), newParameters);
  }

  /**
   * Says what is asked for, once the request is read.
   *
   * @param newParameters called once, before this returns; its time is a part of the account's cost
   */
  public void knows(Supplier<RequestParameters> newParameters) {
    long begin = nanoTime.getAsLong();
    RequestParameters known = requireNonNull(newParameters.get(), "parameters is null");
    note(begin, () -> known);
  }

  private synchronized void note(long begin, Supplier<RequestParameters> newParameters) {
    if (!finished) {
      parameters = newParameters;
    }
    costNanos += nanoTime.getAsLong() - begin;
  }

  /** Says what the prompt is, and writes {@code request.received}. Only the first call counts. */
  public void describe(Prompt newPrompt) {
    requireNonNull(newPrompt, "prompt is null");
    long begin = nanoTime.getAsLong();
    synchronized (this) {
      if (!finished && prompt == null) {
        prompt = newPrompt;
        book.write(new RequestReceived(requestId, newPrompt));
      }
      costNanos += nanoTime.getAsLong() - begin;
    }
  }

  /** Says how many tokens the prompt has; not negative. */
  public synchronized void inputTokens(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("inputTokens must not be negative, got " + count);
    }
    if (!finished) {
      inputTokens = count;
    }
  }

  /** Says that the request begins to wait for the model. */
  public synchronized void queued() {
    if (!finished && queuedNanos == null && startedNanos == null) {
      queuedNanos = nanoTime.getAsLong();
      queueDepth = counters.enterQueue();
    }
  }

  /** Says that the model begins to work on the request. */
  public synchronized void started() {
    if (!finished && startedNanos == null) {
      startedNanos = nanoTime.getAsLong();
      runningAtStart = counters.run();
      if (queuedNanos != null) {
        counters.leaveQueue();
      }
    }
  }

  /** Returns whether the model has begun to work on the request. */
  public synchronized boolean hasStarted() {
    return startedNanos != null;
  }

  /**
   * Says that one more output token is there.
   *
   * @param atNanos since when, by the clock of the accounts; not before the token that was last
   */
  public synchronized void token(long atNanos) {
    if (!finished) {
      tokens.add(atNanos);
      counters.token();
    }
  }

  /** Says which share of the answer repeats itself, 0 to 1. */
  public synchronized void repetitionRatio(double ratio) {
    if (!(ratio >= 0 && ratio <= 1)) {
      throw new IllegalArgumentException("repetitionRatio must be in 0..1, got " + ratio);
    }
    if (!finished) {
      repetitionRatio = ratio;
    }
  }

  /**
   * Ends the request and writes {@code request.finished}.
   *
   * @param response the answer as far as there is one, else empty
   * @return false when the request had ended already and nothing was written
   */
  public boolean finish(Outcome outcome, String response) {
    requireNonNull(outcome, "outcome is null");
    requireNonNull(response, "response is null");
    long begin = nanoTime.getAsLong();
    long cost;
    synchronized (this) {
      if (finished) {
        return false;
      }
      end(outcome, response);
      costNanos += nanoTime.getAsLong() - begin;
      cost = costNanos;
    }
    book.cost(cost);
    return true;
  }

  private void end(Outcome outcome, String response) {
    if (firstOutcome == null) {
      firstOutcome = outcome;
      firstResponse = response;
    }
    // Where there is no memory for that, the next finish, or the closing, does it.
    LogEntry line = new Finish();
    gpuAtEnd = gpu.get().orElse(null);
    endedNanos = nanoTime.getAsLong();
    try {
      book.write(line);
    } finally {
      // Only now: who sees no request in flight may write the last line of the boot.
      settle(firstOutcome.status());
    }
  }

  /** Ends the request as an engine error if nothing else has ended it. */
  @Override
  public synchronized void close() {
    try {
      finish(NO_OUTCOME, "");
    } finally {
      if (!finished) {
        settle(firstOutcome == null ? NO_OUTCOME.status() : firstOutcome.status());
      }
    }
  }

  /** The line of a request, which is put together when somebody needs it. */
  private final class Finish implements LogEntry {

    private @Nullable RequestFinished event;

    @Override
    public RequestFinished toEvent() {
      // What ends the account holds this too, so that nothing changes any more.
      synchronized (RequestAccount.this) {
        RequestFinished made = event;
        if (made == null) {
          made = finishedLine();
          event = made;
        }
        return made;
      }
    }

    @Override
    public int keptChars() {
      return prompt == null ? 0 : prompt.keptChars();
    }

    @Override
    public void condense() {
      if (prompt != null) {
        prompt.condense();
      }
    }
  }

  private RequestFinished finishedLine() {
    return new RequestFinished(
        requestId,
        requireNonNull(firstOutcome, "the request has not ended"),
        parameters.get(),
        prompt,
        new Answer(firstResponse, inputTokens, outputTokens(), repetitionRatio),
        tokens.timings(receivedAt, arrivedNanos, queuedNanos, startedNanos, endedNanos),
        new Load(queueDepth, runningAtStart),
        gpuAtEnd);
  }

  private void settle(Status status) {
    finished = true;
    if (startedNanos != null) {
      counters.stopRunning();
    } else if (queuedNanos != null) {
      counters.leaveQueue();
    }
    counters.finish();
    if (status == Status.REJECTED) {
      counters.reject();
    }
  }

  /** A request that never ran has no number of tokens; zeros would pull down every mean. */
  private @Nullable Long outputTokens() {
    return startedNanos == null && tokens.count() == 0 ? null : (Long) tokens.count();
  }
}
