package dev.burnline.serve.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a second server out of a log folder: their rotations would lose each other's lines. */
final class LogFolderLock implements AutoCloseable {

  private static final String NAME = ".burnline-serve.lock";

  private final FileChannel channel;

  private LogFolderLock(FileChannel channel) {
    this.channel = channel;
  }

  static LogFolderLock take(Path folder) throws StartException {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new StartException(
            ExitCode.WRONG_USAGE,
            "--log-dir: another server writes its log to '%s'; each needs a folder of its own"
                .formatted(folder));
      }
      return new LogFolderLock(channel);
    } catch (IOException e) {
      throw new StartException(
          ExitCode.WRONG_USAGE,
          "--log-dir: '%s' is not a folder that can be written to (%s)"
              .formatted(folder, e.getClass().getSimpleName()));
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The end of the process closes it too.
      return;
    }
  }
}
