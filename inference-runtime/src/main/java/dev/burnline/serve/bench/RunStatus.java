package dev.burnline.serve.bench;

import dev.burnline.serve.bench.load.OpenLoop;
import dev.burnline.serve.terminal.StatusLine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Shows a run on the terminal, a few times a second. */
final class RunStatus implements OpenLoop.Watcher {

  private static final long EVERY_NANOS = Duration.ofMillis(250).toNanos();

  private final StatusLine status;
  private final int all;
  private final LongSupplier nanoClock;
  private final long begin;
  private final AtomicLong shown;

  RunStatus(StatusLine status, int all, LongSupplier nanoClock) {
    this.status = status;
    this.all = all;
    this.nanoClock = nanoClock;
    begin = nanoClock.getAsLong();
    shown = new AtomicLong(begin);
  }

  @Override
  public void saw(int sent, int inFlight, int failed) {
    long now = nanoClock.getAsLong();
    long last = shown.get();
    if (now - last >= EVERY_NANOS && shown.compareAndSet(last, now)) {
      status.show(
          "%d s: %d of %d sent, %d in flight, %d failed"
              .formatted(Duration.ofNanos(now - begin).toSeconds(), sent, all, inFlight, failed));
    }
  }
}
