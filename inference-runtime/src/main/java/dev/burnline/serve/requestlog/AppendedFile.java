package dev.burnline.serve.requestlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file on disk. It is opened in append mode, so that after somebody else truncates it (copy and
 * truncate) the next line goes to the new end and not behind a hole of NUL bytes.
 */
final class AppendedFile implements LogFile {

  private final Path path;
  private final FileChannel channel;
  private final @Nullable Object key;

  private AppendedFile(Path path, FileChannel channel, @Nullable Object key) {
    this.path = path;
    this.channel = channel;
    this.key = key;
  }

  static AppendedFile open(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    try {
      return new AppendedFile(path, channel, key(path));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    return channel.write(bytes);
  }

  @Override
  public void truncate(long size) throws IOException {
    channel.truncate(size);
  }

  @Override
  public boolean endsWithLine() throws IOException {
    // A channel in append mode cannot be read.
    try (FileChannel reading = FileChannel.open(path, StandardOpenOption.READ)) {
      long size = reading.size();
      ByteBuffer last = ByteBuffer.allocate(1);
      return size == 0 || reading.read(last, size - 1) < 1 || last.get(0) == '\n';
    }
  }

  @Override
  public boolean isActive() {
    try {
      return Objects.equals(key, key(path));
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static @Nullable Object key(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }
}
