package dev.burnline.job;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Tells a {@link Progress} twice a second how far a counter is. */
final class ProgressWatch implements AutoCloseable {

  private static final long INTERVAL_MILLIS = 500;

  private final Progress progress;
  private final LongSupplier done;
  private final long total;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
          });

  ProgressWatch(Progress progress, LongSupplier done, long total) {
    this.progress = progress;
    this.done = done;
    this.total = total;
  }

  void start() {
    clock.scheduleAtFixedRate(
        () -> progress.read(done.getAsLong(), total),
        INTERVAL_MILLIS,
        INTERVAL_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
