package dev.burnline.trust;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.apache.hadoop.fs.FSInputStream;

/** Reads a local file and tells the fault of it. */
final class FaultyInput extends FSInputStream {

  private final org.apache.hadoop.fs.Path path;
  private final RandomAccessFile file;
  private final Fault fault;

  FaultyInput(org.apache.hadoop.fs.Path path, Path local, Fault fault) throws IOException {
    this.path = path;
    this.file = new RandomAccessFile(local.toFile(), "r");
    this.fault = fault;
  }

  @Override
  public int read() throws IOException {
    fault.before(Fault.Step.READ, path);
    return file.read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    fault.before(Fault.Step.READ, path);
    return file.read(buffer, offset, length);
  }

  /** Returns 0 always, as streams over a network may at any time. */
  @Override
  public int available() {
    return 0;
  }

  @Override
  public void seek(long offset) throws IOException {
    file.seek(offset);
  }

  @Override
  public long getPos() throws IOException {
    return file.getFilePointer();
  }

  @Override
  public boolean seekToNewSource(long target) {
    return false;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
