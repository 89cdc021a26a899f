package dev.burnline.serve.account;

import java.util.function.LongSupplier;

/** A monotonic clock that moves when it is told to; it begins just before its values wrap. */
final class ManualTime implements LongSupplier {

  private long nanos = Long.MAX_VALUE - 5_000_000;

  void passMillis(double millis) {
    nanos += Math.round(millis * 1e6);
  }

  @Override
  public long getAsLong() {
    return nanos;
  }
}
