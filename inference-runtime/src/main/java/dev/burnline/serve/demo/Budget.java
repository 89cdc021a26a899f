package dev.burnline.serve.demo;

import java.time.Duration;

/** How long to train. */
sealed interface Budget {

  /**
   * Returns the share that is done, 0 to 1.
   *
   * @param tokens learnt so far
   * @param nanos passed so far
   */
  double done(long tokens, long nanos);

  /** Returns the option that asks for it. */
  String option();

  /** Until so many tokens are learnt; the same on every machine. */
  record OfTokens(long tokens) implements Budget {

    public OfTokens {
      if (tokens < 1) {
        throw new IllegalArgumentException("--tokens must be at least 1, got " + tokens);
      }
    }

    @Override
    public double done(long tokensDone, long nanos) {
      return Math.min(1, (double) tokensDone / tokens);
    }

    @Override
    public String option() {
      return "--tokens " + tokens;
    }
  }

  /** Until so many minutes have passed. */
  record OfMinutes(double minutes) implements Budget {

    public OfMinutes {
      if (!(minutes > 0) || Double.isInfinite(minutes)) {
        throw new IllegalArgumentException("--minutes must be above 0, got " + minutes);
      }
    }

    @Override
    public double done(long tokens, long nanosPassed) {
      return Math.min(1, nanosPassed / (minutes * Duration.ofMinutes(1).toNanos()));
    }

    @Override
    public String option() {
      return "--minutes " + minutes;
    }
  }
}
