package dev.burnline.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Remembers how reading failed. Above it the failure of a disk or a network looks like damage of
 * what was read.
 */
final class WatchedInput extends FilterInputStream {

  private @Nullable IOException trouble;

  WatchedInput(InputStream in) {
    super(in);
  }

  /** Returns how the last reading failed that did; null when none has. */
  @Nullable IOException trouble() {
    return trouble;
  }

  @Override
  public int read() throws IOException {
    try {
      return in.read();
    } catch (IOException e) {
      trouble = e;
      throw e;
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return in.read(buffer, offset, length);
    } catch (IOException e) {
      trouble = e;
      throw e;
    }
  }

  @Override
  public long skip(long bytes) throws IOException {
    try {
      return in.skip(bytes);
    } catch (IOException e) {
      trouble = e;
      throw e;
    }
  }
}
