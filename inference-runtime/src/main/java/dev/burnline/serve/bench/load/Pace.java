package dev.burnline.serve.bench.load;

import java.util.concurrent.locks.LockSupport;

/** Time that passes. */
public interface Pace {

  /** Returns monotonic nanoseconds. */
  long nanos();

  /** Returns at or after a moment, at once when it has passed. */
  void waitUntil(long nanos);

  /** Returns the machine's own. */
  static Pace real() {
    return new Pace() {

      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      public void waitUntil(long nanos) {
        long left = nanos - System.nanoTime();
        while (left > 0) {
          LockSupport.parkNanos(left);
          left = nanos - System.nanoTime();
        }
      }
    };
  }
}
