package dev.burnline.serve.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A listener that keeps what it hears, and notes when it is called in a way it must not be. */
public final class HeardAnswer implements GenerationListener {

  private final StringBuilder reasoning = new StringBuilder();
  private final StringBuilder content = new StringBuilder();
  private final List<Long> times = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private final List<GenerationEnd> ends = new ArrayList<>();
  private final AtomicBoolean inCall = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Runnable onToken;
  private boolean started;

  /** Makes a listener. */
  public HeardAnswer() {
    this(() -> {});
  }

  /** Makes a listener that does this at every token. */
  public HeardAnswer(Runnable onToken) {
    this.onToken = onToken;
  }

  @Override
  public void started() {
    call(
        () -> {
          check(!started, "started twice");
          started = true;
        });
  }

  @Override
  public void token(long atNanos) {
    call(
        () -> {
          check(started, "a token before the start");
          check(
              times.isEmpty() || atNanos - times.get(times.size() - 1) >= 0,
              "a token before the one before");
          times.add(atNanos);
        });
    onToken.run();
  }

  @Override
  public void text(Part part, String text) {
    call(
        () -> {
          check(!times.isEmpty(), "text before the first token");
          check(!text.isEmpty(), "empty text");
          (part == Part.REASONING ? reasoning : content).append(text);
        });
  }

  @Override
  public void ended(GenerationEnd end) {
    call(() -> ends.add(end));
    ended.countDown();
  }

  private void call(Runnable what) {
    boolean alone = inCall.compareAndSet(false, true);
    synchronized (this) {
      check(alone, "called by two threads");
      check(ends.isEmpty(), "called after the end");
      what.run();
    }
    inCall.set(false);
  }

  private void check(boolean condition, String otherwise) {
    if (!condition) {
      wrong.add(otherwise);
    }
  }

  /** Waits for the end, 10 s at most. */
  public GenerationEnd awaitEnd() {
    try {
      if (!ended.await(10, TimeUnit.SECONDS)) {
        throw new AssertionError("no end within 10 s");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return end();
  }

  /** Returns how it ended. */
  public synchronized GenerationEnd end() {
    if (ends.size() != 1) {
      throw new AssertionError("ends: " + ends);
    }
    return ends.get(0);
  }

  /** Returns whether it has ended. */
  public synchronized boolean hasEnded() {
    return !ends.isEmpty();
  }

  /** Returns whether it was told of the start. */
  public synchronized boolean hasStarted() {
    return started;
  }

  /** Returns the text of the answer. */
  public synchronized String content() {
    return content.toString();
  }

  /** Returns the text of the reasoning. */
  public synchronized String reasoning() {
    return reasoning.toString();
  }

  /** Returns how many tokens it heard of. */
  public synchronized int tokens() {
    return times.size();
  }

  /** Returns when the tokens came. */
  public synchronized List<Long> times() {
    return List.copyOf(times);
  }

  /** Returns how it was called wrongly. */
  public synchronized List<String> wrong() {
    return List.copyOf(wrong);
  }
}
