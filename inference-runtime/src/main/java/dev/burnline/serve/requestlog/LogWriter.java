package dev.burnline.serve.requestlog;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/** The one thread that numbers, encodes and writes the lines. */
final class LogWriter implements Runnable {

  private static final int BATCH_BYTES = 64 << 10;

  /**
   * How often it looks for lines: those in between share a write, and a crash loses those of so
   * long.
   */
  private static final long LOOK_NANOS = 5_000_000;

  private static final long FIRST_RETRY_NANOS = 50_000_000;
  private static final long LAST_RETRY_NANOS = 1_000_000_000;

  private final LineQueue queue;
  private final LineEncoder encoder;
  private final LineAppender appender;
  private final Tally tally;
  private final LineBuffer batch = new LineBuffer();
  private volatile long deadlineNanos = Long.MAX_VALUE;

  LogWriter(LineQueue queue, LineEncoder encoder, LineAppender appender, Tally tally) {
    this.queue = queue;
    this.encoder = encoder;
    this.appender = appender;
    this.tally = tally;
  }

  /** Stops trying to write at this {@link System#nanoTime}. To be set before the queue closes. */
  void giveUpAt(long nanoTime) {
    deadlineNanos = nanoTime;
  }

  @Override
  public void run() {
    boolean willing = true;
    while (willing && !queue.isFinished()) {
      try {
        willing = next();
      } catch (RuntimeException | Error e) {
        // A log that nobody writes any more would fill its queue and lose all that comes after.
        tally.writeError();
        LockSupport.parkNanos(this, FIRST_RETRY_NANOS);
      }
    }
    tally.dropped(batch.remainingLines());
    abandonQueue();
    try {
      appender.close();
    } catch (IOException e) {
      tally.writeError();
    }
  }

  /**
   * Writes the lines that are there, or waits a little; false when there is no time left to.
   *
   * <p>It looks by itself: to be woken would cost each caller many times what its line does, and
   * the core that the caller runs on.
   */
  private boolean next() {
    fillBatch();
    if (batch.remainingLines() > 0) {
      return writeBatch();
    }
    LockSupport.parkNanos(this, LOOK_NANOS);
    return true;
  }

  /** Counts what is left in the queue as dropped. */
  void abandonQueue() {
    while (queue.poll() != null) {
      tally.dropped(1);
    }
  }

  private void fillBatch() {
    while (batch.size() < BATCH_BYTES) {
      PendingLine line = queue.poll();
      if (line == null) {
        return;
      }
      if (!encoder.encode(line, tally.dropped(), batch)) {
        tally.dropped(1);
      }
    }
  }

  /** Returns false when the lines could not be written before the deadline. */
  private boolean writeBatch() {
    long pause = FIRST_RETRY_NANOS;
    while (batch.remainingLines() > 0) {
      try {
        appender.append(batch);
      } catch (IOException | RuntimeException | Error e) {
        // Memory that lacks now is mostly there again soon; a writer that ended would not be.
        tally.writeError();
        // An interrupt closes the file under the writer; kept, it would do so for ever.
        boolean interrupted = Thread.interrupted();
        if (queue.isClosed() && deadlineNanos - System.nanoTime() <= 0) {
          return false;
        }
        LockSupport.parkNanos(this, interrupted ? 0 : pause);
        pause = Math.min(2 * pause, LAST_RETRY_NANOS);
      }
    }
    return true;
  }
}
