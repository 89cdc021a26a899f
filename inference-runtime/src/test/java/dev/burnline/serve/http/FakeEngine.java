package dev.burnline.serve.http;

import dev.burnline.serve.engine.EngineLoad;
import dev.burnline.serve.engine.Generation;
import dev.burnline.serve.engine.GenerationEnd;
import dev.burnline.serve.engine.GenerationListener;
import dev.burnline.serve.engine.GenerationListener.Part;
import dev.burnline.serve.engine.GenerationRequest;
import dev.burnline.serve.engine.TextEngine;
import dev.burnline.serve.event.ErrorType;
import dev.burnline.serve.event.FinishReason;
import dev.burnline.serve.model.ModelDescription;
import dev.burnline.serve.model.SamplingDefaults;
import dev.burnline.serve.model.TextCodec;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Does what the last order in the prompt says. {@code #reject:TYPE}, {@code #fail:TYPE} and {@code
 * #hang} (until it is cancelled), {@code #heap} and {@code #heap:started} (no memory), {@code
 * #half:TYPE} (fails after some text), {@code #think}, {@code #flood}, {@code #repeat}; all else is
 * answered with {@code echo } and the prompt, a token a word.
 */
public final class FakeEngine implements TextEngine {

  private static final Pattern ORDER = Pattern.compile("#([a-z]+)(?::([a-z_]+))?");
  private static final MatchResult NO_ORDER = order("#echo");
  private static final int FLOOD_TOKENS = 4_000;

  /** Longer than a connection may idle in the tests. */
  private static final long SLOW_MILLIS = 2_500;

  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final Queue<GenerationRequest> requests = new ConcurrentLinkedQueue<>();
  private final AtomicInteger running = new AtomicInteger();
  private volatile Duration sinceLastStep = Duration.ZERO;
  private volatile Optional<String> deviceFault = Optional.empty();
  private volatile boolean draining;

  @Override
  public ModelDescription model() {
    return new ModelDescription(
        "fake", "0".repeat(64), 1, "float32", "cpu", 4096, 1 << 21, 1, SamplingDefaults.GREEDY);
  }

  @Override
  public TextCodec codec() {
    return new FakeCodec();
  }

  @Override
  public Generation submit(GenerationRequest request, GenerationListener listener) {
    requests.add(request);
    String prompt = FakeCodec.decode(request.promptTokens());
    MatchResult order = ORDER.matcher(prompt).results().reduce((a, b) -> b).orElse(NO_ORDER);
    String what = order.group(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    if (draining) {
      listener.ended(new GenerationEnd.Rejected(ErrorType.SHUTDOWN, "shutting down"));
    } else if (what.equals("reject")) {
      listener.ended(new GenerationEnd.Rejected(type(order.group(2)), "refused"));
    } else if (what.equals("heap")) {
      if (order.group(2) != null) {
        listener.started();
        listener.token(System.nanoTime());
      }
      throw new OutOfMemoryError("Java heap space");
    } else {
      running.incrementAndGet();
      workers.execute(() -> work(what, order, request, listener, cancelled));
    }
    return cancelled::countDown;
  }

  private void work(
      String what,
      MatchResult order,
      GenerationRequest request,
      GenerationListener listener,
      CountDownLatch cancelled) {
    GenerationEnd end;
    try {
      end = answer(what, order, request, listener, cancelled);
    } catch (InterruptedException e) {
      end = new GenerationEnd.Failed(ErrorType.SHUTDOWN, "shut down");
    }
    running.decrementAndGet();
    listener.ended(end);
  }

  private static GenerationEnd answer(
      String what,
      MatchResult order,
      GenerationRequest request,
      GenerationListener listener,
      CountDownLatch cancelled)
      throws InterruptedException {
    if (what.equals("fail")) {
      return new GenerationEnd.Failed(type(order.group(2)), "failed");
    }
    listener.started();
    switch (what) {
      case "hang" -> {
        token(listener, Part.CONTENT, "waiting");
        cancelled.await();
        return new GenerationEnd.Cancelled();
      }
      case "half" -> {
        token(listener, Part.CONTENT, "half ");
        return new GenerationEnd.Failed(type(order.group(2)), "failed");
      }
      case "flood" -> {
        for (int i = 0; i < FLOOD_TOKENS; i++) {
          if (cancelled.getCount() == 0) {
            return new GenerationEnd.Cancelled();
          }
          token(listener, Part.CONTENT, "0123456789".repeat(400));
        }
        return new GenerationEnd.Completed(FinishReason.LENGTH, FLOOD_TOKENS, 0);
      }
      case "repeat" -> {
        token(listener, Part.CONTENT, "again again");
        return new GenerationEnd.Completed(FinishReason.REPETITION, 1, 0.75);
      }
      case "slow" -> cancelled.await(SLOW_MILLIS, TimeUnit.MILLISECONDS);
      case "think" -> token(listener, Part.REASONING, "let me think");
      default -> {}
    }
    int tokens = what.equals("think") ? 1 : 0;
    for (String word : words(request)) {
      if (tokens == request.maxTokens()) {
        return new GenerationEnd.Completed(FinishReason.LENGTH, tokens, 0);
      }
      token(listener, Part.CONTENT, word);
      tokens++;
    }
    return new GenerationEnd.Completed(FinishReason.STOP, tokens, 0);
  }

  private static MatchResult order(String text) {
    return ORDER.matcher(text).results().findFirst().orElseThrow();
  }

  private static String[] words(GenerationRequest request) {
    return ("echo " + FakeCodec.decode(request.promptTokens())).split("(?<= )", -1);
  }

  private static void token(GenerationListener listener, Part part, String text) {
    listener.token(System.nanoTime());
    listener.text(part, text);
  }

  private static ErrorType type(String name) {
    return ErrorType.valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Returns what was asked for so far. */
  public Queue<GenerationRequest> requests() {
    return requests;
  }

  /** Pretends that no step has ended for this long. */
  public void stopSteppingFor(Duration time) {
    sinceLastStep = time;
  }

  /** Pretends that the device failed and no step has succeeded since. */
  public void failDevice(String fault) {
    deviceFault = Optional.of(fault);
  }

  @Override
  public EngineLoad load() {
    return new EngineLoad(running.get(), 0, running.get() / 8.0, sinceLastStep, deviceFault);
  }

  @Override
  public boolean drain(Duration patience) {
    draining = true;
    workers.shutdown();
    try {
      return workers.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      workers.shutdownNow();
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
