package dev.burnline.serve.engine.batch;

import dev.burnline.serve.engine.EngineLoad;
import dev.burnline.serve.engine.Generation;
import dev.burnline.serve.engine.GenerationListener;
import dev.burnline.serve.engine.GenerationRequest;
import dev.burnline.serve.engine.TextEngine;
import dev.burnline.serve.model.LanguageModel;
import dev.burnline.serve.model.ModelDescription;
import dev.burnline.serve.model.TextCodec;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@link TextEngine} with two threads: one that works with the model, and one that ends requests
 * which were cancelled or whose time is over, so that this also happens while the device hangs in a
 * step. The model stays the caller's, who closes it after the engine.
 */
public final class BatchingEngine implements TextEngine {

  private static final Logger LOG = LoggerFactory.getLogger(BatchingEngine.class);
  private static final long LOOK_AT_TIMES_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long AFTER_FAILURE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final Duration PATIENCE_WITH_MODEL = Duration.ofSeconds(10);

  private final LanguageModel model;
  private final ModelDescription description;
  private final LongSupplier nanoTime;
  private final WaitingLine line;
  private final LiveTickets live = new LiveTickets();
  private final Pulse pulse;
  private final Intake intake;
  private final Thread modelThread;
  private final Thread timeThread;
  private volatile boolean closed;

  private BatchingEngine(LanguageModel model, EngineSettings settings, LongSupplier nanoTime) {
    this.model = model;
    this.description = model.description();
    this.nanoTime = nanoTime;
    Admission admission = new Admission(description, settings.cacheTokens());
    this.line = new WaitingLine(settings.queueLength(), settings.mostOvertakes());
    this.pulse = new Pulse(nanoTime);
    this.intake = new Intake(settings, admission, line, live, pulse, nanoTime, this::wake);
    Rounds rounds = new Rounds(model, settings, admission, line, pulse, nanoTime);
    this.modelThread = thread("burnline-model", () -> work(rounds));
    this.timeThread = thread("burnline-model-times", this::keepTimes);
  }

  /** Starts an engine by the system's monotonic clock. */
  public static BatchingEngine start(LanguageModel model, EngineSettings settings) {
    return start(model, settings, System::nanoTime);
  }

  /**
   * Starts an engine.
   *
   * @param model used by the engine's thread alone from now on, but for its codec
   * @param nanoTime a monotonic clock for all time-outs, in nanoseconds; thread-safe
   */
  public static BatchingEngine start(
      LanguageModel model, EngineSettings settings, LongSupplier nanoTime) {
    BatchingEngine engine = new BatchingEngine(model, settings, nanoTime);
    engine.modelThread.start();
    engine.timeThread.start();
    return engine;
  }

  @Override
  public ModelDescription model() {
    return description;
  }

  @Override
  public TextCodec codec() {
    return model.codec();
  }

  @Override
  public Generation submit(GenerationRequest request, GenerationListener listener) {
    return intake.submit(request, listener);
  }

  @Override
  public EngineLoad load() {
    return new EngineLoad(
        pulse.running(),
        line.size(),
        pulse.cacheUsage(),
        pulse.sinceLastStep(),
        pulse.deviceFault());
  }

  /**
   * {@inheritDoc}
   *
   * <p>Requests that wait are served as long as the patience lasts; those that still wait then are
   * {@code Rejected} with {@code shutdown}, since they never reached the model.
   */
  @Override
  public boolean drain(Duration patience) {
    line.close();
    boolean allEnded = live.awaitNone(patience);
    live.shutDown();
    return allEnded;
  }

  /** {@inheritDoc} Waits at most 10 s for the step that the model is in. */
  @Override
  public void close() {
    line.close();
    closed = true;
    live.shutDown();
    wake();
    join(modelThread);
    join(timeThread);
  }

  private void work(Rounds rounds) {
    untilClosed(
        () -> {
          // Asked again, since a wait inside the model may have used up the wake-up of close().
          if (!rounds.next() && !closed) {
            LockSupport.park(this);
            Thread.interrupted();
          }
        });
    rounds.stop();
  }

  private void keepTimes() {
    untilClosed(
        () -> {
          if (live.isEmpty()) {
            LockSupport.park(this);
          } else {
            LockSupport.parkNanos(this, LOOK_AT_TIMES_NANOS);
          }
          Thread.interrupted();
          live.endWhenDue(nanoTime.getAsLong());
        });
  }

  /** A thread that ended would leave every request to its client's patience. */
  private void untilClosed(Runnable turn) {
    while (!closed) {
      try {
        tellOfFailure(turn);
      } catch (Throwable e) {
        // There was no memory for the words either.
        LockSupport.parkNanos(this, AFTER_FAILURE_NANOS);
      }
    }
  }

  private void tellOfFailure(Runnable turn) {
    try {
      turn.run();
    } catch (Throwable e) {
      LOG.warn("{} failed, and goes on", Thread.currentThread().getName(), e);
      LockSupport.parkNanos(this, AFTER_FAILURE_NANOS);
    }
  }

  private void wake() {
    LockSupport.unpark(modelThread);
    LockSupport.unpark(timeThread);
  }

  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  private static void join(Thread thread) {
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      thread.join(PATIENCE_WITH_MODEL.toMillis());
      if (thread.isAlive()) {
        LOG.error("{} did not end within {} s", thread.getName(), PATIENCE_WITH_MODEL.toSeconds());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
