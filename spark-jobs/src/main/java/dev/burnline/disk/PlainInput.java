package dev.burnline.disk;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FSInputStream;

/** A stream that fails with exceptions where the one below it fails with errors. */
final class PlainInput extends FSInputStream {

  private final FSDataInputStream in;

  PlainInput(FSDataInputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    try {
      return in.read();
    } catch (FSError e) {
      throw StoredFile.trouble(e);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return in.read(buffer, offset, length);
    } catch (FSError e) {
      throw StoredFile.trouble(e);
    }
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }

  @Override
  public void seek(long offset) throws IOException {
    try {
      in.seek(offset);
    } catch (FSError e) {
      // A seek behind the end of a file with checksums reads up to there.
      throw StoredFile.trouble(e);
    }
  }

  @Override
  public long getPos() throws IOException {
    return in.getPos();
  }

  @Override
  public boolean seekToNewSource(long offset) throws IOException {
    return in.seekToNewSource(offset);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
