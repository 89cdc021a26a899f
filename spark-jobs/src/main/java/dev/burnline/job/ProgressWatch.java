package dev.burnline.job;

import java.util.Timer;
import java.util.TimerTask;
import java.util.function.LongSupplier;

/** Tells a {@link Progress} twice a second how far a counter is. */
final class ProgressWatch implements AutoCloseable {

  private static final long INTERVAL_MILLIS = 500;

  private final Progress progress;
  private final LongSupplier done;
  private final long total;
  private final Timer clock = new Timer("progress", true);

  ProgressWatch(Progress progress, LongSupplier done, long total) {
    this.progress = progress;
    this.done = done;
    this.total = total;
  }

  void start() {
    clock.schedule(
        new TimerTask() {
          @Override
          public void run() {
            progress.read(done.getAsLong(), total);
          }
        },
        INTERVAL_MILLIS,
        INTERVAL_MILLIS);
  }

  @Override
  public void close() {
    clock.cancel();
  }
}
