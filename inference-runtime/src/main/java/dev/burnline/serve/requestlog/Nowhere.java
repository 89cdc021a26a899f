package dev.burnline.serve.requestlog;

import java.nio.ByteBuffer;

/** A folder whose file is always empty, whatever is written to it. */
final class Nowhere implements LogFolder {

  @Override
  public LogFile open() {
    return new Nothing();
  }

  @Override
  public void rotate() {}

  private static final class Nothing implements LogFile {

    @Override
    public long size() {
      return 0;
    }

    @Override
    public int write(ByteBuffer bytes) {
      int written = bytes.remaining();
      bytes.position(bytes.limit());
      return written;
    }

    @Override
    public void truncate(long size) {}

    @Override
    public boolean endsWithLine() {
      return true;
    }

    @Override
    public boolean isActive() {
      return true;
    }

    @Override
    public void close() {}
  }
}
