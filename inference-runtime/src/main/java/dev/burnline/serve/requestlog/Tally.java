package dev.burnline.serve.requestlog;

import java.util.concurrent.atomic.AtomicLong;

/** The running counts behind {@link LogCounts}. */
final class Tally {

  private final AtomicLong written = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong writeErrors = new AtomicLong();
  private final AtomicLong rotations = new AtomicLong();

  void written(long lines) {
    written.addAndGet(lines);
  }

  void dropped(long lines) {
    dropped.addAndGet(lines);
  }

  long dropped() {
    return dropped.get();
  }

  void writeError() {
    writeErrors.incrementAndGet();
  }

  void rotation() {
    rotations.incrementAndGet();
  }

  LogCounts counts() {
    return new LogCounts(written.get(), dropped.get(), writeErrors.get(), rotations.get());
  }
}
