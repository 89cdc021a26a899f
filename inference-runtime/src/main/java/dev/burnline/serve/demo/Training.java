package dev.burnline.serve.demo;

import dev.burnline.serve.demo.text.TrainingText;
import dev.burnline.serve.demo.train.Batch;
import dev.burnline.serve.demo.train.Trainer;
import dev.burnline.serve.terminal.StatusLine;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Learns batch after batch until the budget is used up. */
final class Training {

  private static final int SMOOTHED_STEPS = 100;
  private static final long SHOW_EVERY_NANOS = Duration.ofMillis(500).toNanos();

  private final Trainer trainer;
  private final TrainingText text;
  private final Budget budget;
  private final LongSupplier nanoClock;
  private final StatusLine status;

  Training(
      Trainer trainer,
      TrainingText text,
      Budget budget,
      LongSupplier nanoClock,
      StatusLine status) {
    this.trainer = trainer;
    this.text = text;
    this.budget = budget;
    this.nanoClock = nanoClock;
    this.status = status;
  }

  Result run() {
    long begin = nanoClock.getAsLong();
    long shown = begin;
    long tokens = 0;
    double loss = Double.NaN;
    double done = 0;
    while (done < 1) {
      Batch batch = text.next(done);
      double nats = trainer.learn(batch, done);
      loss = Double.isNaN(loss) ? nats : loss + (nats - loss) / SMOOTHED_STEPS;
      tokens += batch.tokens();
      long now = nanoClock.getAsLong();
      done = budget.done(tokens, now - begin);
      if (now - shown >= SHOW_EVERY_NANOS) {
        shown = now;
        status.show(line(done, loss, tokens, now - begin));
      }
    }
    status.clear();
    return new Result(tokens, loss, Duration.ofNanos(nanoClock.getAsLong() - begin));
  }

  private static String line(double done, double loss, long tokens, long nanos) {
    double seconds = nanos / 1e9;
    long left = Math.round(seconds / done * (1 - done));
    return String.format(
        Locale.ROOT,
        "training %3.0f %%, loss %.4f, %,d tokens, %,.0f tokens/s, %d:%02d left",
        100 * done,
        loss,
        tokens,
        tokens / seconds,
        left / 60,
        left % 60);
  }

  /**
   * What training came to.
   *
   * @param tokens learnt, questions included
   * @param loss the last ones' mean in nats
   * @param took its time
   */
  record Result(long tokens, double loss, Duration took) {}
}
