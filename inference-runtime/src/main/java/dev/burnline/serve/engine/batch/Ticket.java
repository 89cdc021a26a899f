package dev.burnline.serve.engine.batch;

import dev.burnline.serve.engine.Generation;
import dev.burnline.serve.engine.GenerationEnd;
import dev.burnline.serve.engine.GenerationListener;
import dev.burnline.serve.engine.GenerationRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request from its arrival to its end. Waits, then is at work, then has ended, or ends while it
 * waits; any thread may end it, the first one counts. The listener is called by one thread at a
 * time: who ends a request while another thread is telling the listener something leaves the end to
 * that thread.
 */
final class Ticket implements Generation {

  private static final Logger LOG = LoggerFactory.getLogger(Ticket.class);

  /** Who keeps the tickets; called by the thread that does it. */
  interface Owner {

    /** A request is to be ended soon. */
    void cancelled();

    /** A request ended; its listener may not know yet. */
    void ended(Ticket ticket);

    /** The listener heard of the end. */
    void told(Ticket ticket);
  }

  private sealed interface State {
    record Waiting() implements State {}

    record AtWork(long sinceNanos) implements State {}

    record Ended(GenerationEnd end) implements State {}
  }

  private static final State WAITING = new State.Waiting();

  private final GenerationRequest request;
  private final GenerationListener listener;
  private final long arrivedNanos;
  private final Owner owner;
  private final AtomicReference<State> state = new AtomicReference<>(WAITING);
  private final AtomicInteger telling = new AtomicInteger();
  private volatile boolean cancelled;

  Ticket(GenerationRequest request, GenerationListener listener, long arrivedNanos, Owner owner) {
    this.request = request;
    this.listener = listener;
    this.arrivedNanos = arrivedNanos;
    this.owner = owner;
  }

  GenerationRequest request() {
    return request;
  }

  @Override
  public void cancel() {
    cancelled = true;
    owner.cancelled();
  }

  boolean hasEnded() {
    return state.get() instanceof State.Ended;
  }

  /** Leaves the queue; false when the request has ended there. */
  boolean begin(long nowNanos) {
    if (!state.compareAndSet(WAITING, new State.AtWork(nowNanos))) {
      return false;
    }
    tell(GenerationListener::started);
    return true;
  }

  /** Tells the listener something, unless the request has ended. A failing listener ends it. */
  void tell(Consumer<GenerationListener> what) {
    if (!telling.compareAndSet(0, 1)) {
      return;
    }
    try {
      if (!hasEnded()) {
        what.accept(listener);
      }
    } catch (Throwable e) {
      end(Ends.engineError(e));
      LOG.warn("a listener failed, its request ends: {}", e.toString());
    } finally {
      if (telling.decrementAndGet() > 0) {
        tellEnd();
      }
    }
  }

  /** Ends the request; does nothing when it has ended already. */
  void end(GenerationEnd end) {
    State now = state.get();
    while (!(now instanceof State.Ended)) {
      if (endFrom(now, end)) {
        return;
      }
      now = state.get();
    }
  }

  /** Ends the request as the shutdown of the engine asks for. */
  void shutDown() {
    if (!endFrom(WAITING, Ends.REJECTED_AT_SHUTDOWN)) {
      end(Ends.FAILED_AT_SHUTDOWN);
    }
  }

  /** Ends the request when it was cancelled or its time is over. */
  void endWhenDue(long nowNanos) {
    State now = state.get();
    GenerationEnd due = due(now, nowNanos);
    if (due != null) {
      endFrom(now, due);
    }
  }

  private @Nullable GenerationEnd due(State now, long nowNanos) {
    if (now instanceof State.Ended) {
      return null;
    }
    if (cancelled) {
      return new GenerationEnd.Cancelled();
    }
    if (now instanceof State.AtWork work) {
      return passed(work.sinceNanos(), request.generationTimeout(), nowNanos)
          ? Ends.generatedTooLong(request.generationTimeout())
          : null;
    }
    return passed(arrivedNanos, request.queueTimeout(), nowNanos)
        ? Ends.waitedTooLong(request.queueTimeout())
        : null;
  }

  private static boolean passed(long sinceNanos, Duration timeout, long nowNanos) {
    return Duration.ofNanos(nowNanos - sinceNanos).compareTo(timeout) > 0;
  }

  private boolean endFrom(State expected, GenerationEnd end) {
    if (!state.compareAndSet(expected, new State.Ended(end))) {
      return false;
    }
    try {
      owner.ended(this);
    } finally {
      if (telling.getAndIncrement() == 0) {
        tellEnd();
      }
    }
    return true;
  }

  private void tellEnd() {
    if (state.get() instanceof State.Ended ended) {
      try {
        listener.ended(ended.end());
      } catch (Throwable e) {
        LOG.warn("a listener failed at the end of its request: {}", e.toString());
      } finally {
        owner.told(this);
      }
    }
  }
}
