package dev.burnline.serve.requestlog;

import static java.util.Objects.requireNonNull;

import dev.burnline.serve.event.CrashDetected;
import dev.burnline.serve.event.LogEntry;
import dev.burnline.serve.event.ServiceStarting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The request log of one process start.
 *
 * <p>{@link #write} may be called from any thread; it neither waits for a disk nor throws. A thread
 * of the log works out the lines and writes them as they come, so a line is in the file well within
 * 200 ms. While the disk is full or fails, the lines wait in a bounded queue and the file is tried
 * again; lines that find no room are dropped and counted, those that a report needs last of all.
 */
public final class RequestLog implements AutoCloseable {

  /** A line that finds no place there is no loss. */
  private static final int NOWHERE_LINES = 1_024;

  private final Clock clock;
  private final String bootId;
  private final PreviousBoot previousBoot;
  private final LineQueue queue;
  private final Tally tally;
  private final LogWriter writer;
  private final Thread thread;
  private final long closeTimeoutNanos;

  RequestLog(
      RequestLogSettings settings,
      Clock clock,
      String bootId,
      PreviousBoot previousBoot,
      LogFolder folder) {
    this.clock = requireNonNull(clock, "clock is null");
    this.bootId = bootId;
    this.previousBoot = previousBoot;
    this.queue = new LineQueue(settings.queueLines(), settings.reservedLines());
    this.tally = new Tally();
    this.writer =
        new LogWriter(
            queue,
            new LineEncoder(settings.service(), settings.instance(), bootId),
            new LineAppender(folder, settings.maxFileBytes(), tally),
            tally);
    this.thread = new Thread(writer, "request-log");
    this.thread.setDaemon(true);
    this.closeTimeoutNanos = settings.closeTimeout().toNanos();
  }

  /**
   * Opens the log of a new boot: looks how the one before ended and starts the writer.
   *
   * @throws IOException when the folder cannot be made or is not writable
   */
  public static RequestLog open(RequestLogSettings settings, Clock clock) throws IOException {
    Files.createDirectories(settings.folder());
    if (!Files.isWritable(settings.folder())) {
      throw new IOException("request log folder " + settings.folder() + " is not writable");
    }
    RotatedFolder folder = new RotatedFolder(settings.folder(), settings.backups());
    PreviousBoot previous = PreviousBootReader.read(List.of(folder.backup(1), folder.active()));
    RequestLog log =
        new RequestLog(settings, clock, UUID.randomUUID().toString(), previous, folder);
    log.start();
    return log;
  }

  /** Opens a log that does all that one does, except that its lines are nowhere afterwards. */
  public static RequestLog toNowhere(Clock clock) {
    RequestLog log =
        new RequestLog(
            RequestLogSettings.of(Path.of("nowhere"), "none", "none")
                .withQueue(NOWHERE_LINES, NOWHERE_LINES / 2),
            clock,
            UUID.randomUUID().toString(),
            new PreviousBoot.None(),
            new Nowhere());
    log.start();
    return log;
  }

  void start() {
    thread.start();
  }

  /**
   * Writes {@code service.starting} and, if the boot before crashed, {@code
   * service.crash_detected}. To be called once, before anything else is written.
   *
   * @param exitCode how the process before ended; null when that is not known
   */
  public void announceStart(String appVersion, @Nullable Long exitCode) {
    if (previousBoot instanceof PreviousBoot.Crashed crashed) {
      write(new ServiceStarting(appVersion, false));
      write(new CrashDetected(crashed.bootId(), exitCode));
    } else if (previousBoot instanceof PreviousBoot.Stopped stopped) {
      write(new ServiceStarting(appVersion, stopped.clean()));
    } else {
      write(new ServiceStarting(appVersion, null));
    }
  }

  /**
   * Hands an event to the writer, or counts it as dropped. Never waits for a disk, never throws.
   */
  public void write(LogEntry entry) {
    if (!offer(entry)) {
      tally.dropped(1);
      condense(entry);
    }
  }

  /** Its request may keep a prompt much longer than the log would have. */
  private static void condense(LogEntry entry) {
    try {
      entry.condense();
    } catch (RuntimeException | Error e) {
      // Then its text stays as long as the entry does; there is no line that could be lost.
      return;
    }
  }

  private boolean offer(LogEntry entry) {
    try {
      return queue.offer(PendingLine.of(clock.millis(), entry));
    } catch (RuntimeException | Error e) {
      return false;
    }
  }

  /** Returns the UUID of this process start. */
  public String bootId() {
    return bootId;
  }

  /** Returns how the boot before this one ended. */
  public PreviousBoot previousBoot() {
    return previousBoot;
  }

  /** Returns what has become of the lines so far. */
  public LogCounts counts() {
    return tally.counts();
  }

  /**
   * Writes what is in the queue and closes the file. What cannot be written within the close
   * timeout is counted as dropped, as is every line that comes later. Closing again does nothing.
   */
  @Override
  public void close() {
    if (queue.isClosed()) {
      return;
    }
    writer.giveUpAt(System.nanoTime() + closeTimeoutNanos);
    queue.close();
    LockSupport.unpark(thread);
    try {
      // A write that hangs must not hang the shutdown: one more second, then leave the thread.
      thread.join(TimeUnit.NANOSECONDS.toMillis(closeTimeoutNanos) + 1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    writer.abandonQueue();
  }
}
