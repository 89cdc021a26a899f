package dev.burnline.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FileSystem;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two runs from writing to one store at once.
 *
 * <p>On a local file system it is a lock of the operating system, which ends with the process that
 * holds it however that ends. Elsewhere it is a {@link LeaseLock}.
 */
public abstract sealed class StoreLock implements AutoCloseable
    permits StoreLock.LocalLock, LeaseLock {

  private static final Duration RETRY = Duration.ofMillis(200);

  StoreLock() {}

  /**
   * Takes the lock, waiting for a run that holds it.
   *
   * @param patience how long to wait; zero to try once
   * @param waiting told once, when there is something to wait for
   * @throws StoreBusyException when the other run takes longer
   * @throws IOException when the store cannot be written
   */
  public static StoreLock take(
      RollupStore store, Duration patience, Clock clock, Consumer<String> waiting)
      throws IOException {
    long end = clock.millis() + patience.toMillis();
    boolean told = false;
    while (true) {
      StoreLock lock = attempt(store, clock);
      if (lock != null) {
        return lock;
      }
      if (clock.millis() >= end) {
        throw new StoreBusyException(store.folder().toString(), patience);
      }
      if (!told) {
        waiting.accept("another run is using the store %s; waiting".formatted(store.folder()));
        told = true;
      }
      pause();
    }
  }

  private static @Nullable StoreLock attempt(RollupStore store, Clock clock) throws IOException {
    String scheme = store.fileSystem().getUri().getScheme();
    return "file".equals(scheme) ? LocalLock.attempt(store) : LeaseLock.attempt(store, clock);
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(RETRY.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the store", e);
    }
  }

  @Override
  public abstract void close() throws IOException;

  /** A lock of the operating system. */
  static final class LocalLock extends StoreLock {

    private final FileChannel channel;

    private LocalLock(FileChannel channel) {
      this.channel = channel;
    }

    static @Nullable StoreLock attempt(RollupStore store) throws IOException {
      FileSystem files = store.fileSystem();
      files.mkdirs(store.folder());
      Path folder = Path.of(files.makeQualified(store.folder()).toUri());
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = null;
      try {
        lock = channel.tryLock();
      } catch (OverlappingFileLockException e) {
        // Held by another thread of this process: held all the same.
      } finally {
        if (lock == null) {
          channel.close();
        }
      }
      return lock == null ? null : new LocalLock(channel);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
