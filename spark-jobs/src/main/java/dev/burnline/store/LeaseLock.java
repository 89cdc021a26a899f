package dev.burnline.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.UUID;
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
  private final String owner;
  private final Clock clock;
  private final Timer renewal = new Timer("store lease", true);

  private LeaseLock(RollupStore store, Path file, String owner, Clock clock) {
    this.store = store;
    this.owner = owner;
    this.clock = clock;
    this.file = file;
  }

  static @Nullable StoreLock attempt(RollupStore store, Clock clock) throws IOException {
    Path file = new Path(store.folder(), "lease");
    FileSystem files = store.fileSystem();
    if (isHeld(files, file, clock) || !removeStale(files, file, clock)) {
      return null;
    }
    String owner = UUID.randomUUID().toString();
    try {
      write(files, file, owner, false);
    } catch (FileAlreadyExistsException e) {
      return null;
    }
    // The holder's clock decides on its age from now on, whatever the file system's says.
    files.setTimes(file, clock.millis(), -1);
    LeaseLock lock = new LeaseLock(store, file, owner, clock);
    lock.keepRenewing();
    return lock;
  }

  private static boolean isHeld(FileSystem files, Path file, Clock clock) throws IOException {
    try {
      long renewed = files.getFileStatus(file).getModificationTime();
      return clock.millis() - renewed < STALE.toMillis();
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  /**
   * Removes a stale lease. Of two runs that find it at once, the slower one may get hold of the
   * lease that the faster one has taken meanwhile; it gives it back.
   *
   * @return whether the store is free
   */
  private static boolean removeStale(FileSystem files, Path file, Clock clock) throws IOException {
    if (!files.exists(file)) {
      return true;
    }
    Path aside = new Path(file.getParent(), "lease-" + UUID.randomUUID());
    if (!files.rename(file, aside)) {
      return false;
    }
    if (isHeld(files, aside, clock)) {
      files.rename(aside, file);
      return false;
    }
    files.delete(aside, false);
    return true;
  }

  private void keepRenewing() {
    renewal.schedule(
        new TimerTask() {
          @Override
          public void run() {
            try {
              renew();
            } catch (IOException e) {
              // The next renewal may work; two minutes of failures and the lease is lost.
            }
          }
        },
        RENEWAL.toMillis(),
        RENEWAL.toMillis());
  }

  /**
   * Makes the lease as old as this moment, unless it is another run's by now. Object stores ignore
   * that a time is set: there the file is written once more, which replaces it in one step.
   */
  void renew() throws IOException {
    if (!owner.equals(ownerNow())) {
      return;
    }
    FileSystem files = store.fileSystem();
    long before = files.getFileStatus(file).getModificationTime();
    files.setTimes(file, clock.millis(), -1);
    if (files.getFileStatus(file).getModificationTime() == before) {
      write(files, file, owner, true);
    }
  }

  private static void write(FileSystem files, Path file, String owner, boolean overwrite)
      throws IOException {
    try (OutputStream out = files.create(file, overwrite)) {
      out.write(owner.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() throws IOException {
    renewal.cancel();
    if (owner.equals(ownerNow())) {
      store.fileSystem().delete(file, false);
    }
  }

  /** A run that slept longer than its lease lasts has lost it to another one. */
  private String ownerNow() throws IOException {
    try (InputStream in = store.fileSystem().open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (FileNotFoundException e) {
      return "";
    }
  }
}
