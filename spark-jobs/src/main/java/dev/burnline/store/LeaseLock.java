package dev.burnline.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that its holder renews; one that was not renewed for {@link #STALE} is what a dead run
 * left behind.
 */
final class LeaseLock extends StoreLock {

  static final Duration STALE = Duration.ofMinutes(2);
  private static final Duration RENEWAL = Duration.ofSeconds(20);

  private final RollupStore store;
  private final Path file;
  private final Clock clock;
  private final Timer renewal = new Timer("store lease", true);

  private LeaseLock(RollupStore store, Path file, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.file = file;
  }

  static @Nullable StoreLock attempt(RollupStore store, Clock clock) throws IOException {
    Path file = new Path(store.folder(), "lease");
    FileSystem files = store.fileSystem();
    try {
      long renewed = files.getFileStatus(file).getModificationTime();
      if (clock.millis() - renewed < STALE.toMillis()) {
        return null;
      }
      files.delete(file, false);
    } catch (FileNotFoundException e) {
      // Free.
    }
    try {
      files.create(file, false).close();
    } catch (FileAlreadyExistsException e) {
      return null;
    }
    LeaseLock lock = new LeaseLock(store, file, clock);
    lock.keepRenewing();
    return lock;
  }

  private void keepRenewing() {
    renewal.schedule(
        new TimerTask() {
          @Override
          public void run() {
            try {
              store.fileSystem().setTimes(file, clock.millis(), -1);
            } catch (IOException e) {
              // The next renewal may work; two minutes of failures and the lease is lost.
            }
          }
        },
        RENEWAL.toMillis(),
        RENEWAL.toMillis());
  }

  @Override
  public void close() throws IOException {
    renewal.cancel();
    store.fileSystem().delete(file, false);
  }
}
