package dev.burnline.trust;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.hadoop.fs.Syncable;

/** Writes a local file and tells the fault of it. */
final class FaultyOutput extends OutputStream implements Syncable, StreamCapabilities {

  private final Path path;
  private final OutputStream file;
  private final Fault fault;

  FaultyOutput(Path path, OutputStream file, Fault fault) {
    this.path = path;
    this.file = file;
    this.fault = fault;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      fault.before(Fault.Step.WRITE, path);
    } catch (Killed | IOException e) {
      // Some of it may have reached the disk all the same.
      file.write(bytes, offset, length / 2);
      throw e;
    }
    file.write(bytes, offset, length);
    fault.after(Fault.Step.WRITE, path);
  }

  @Override
  public void hflush() throws IOException {
    file.flush();
  }

  @Override
  public void hsync() throws IOException {
    fault.before(Fault.Step.SYNC, path);
    file.flush();
    fault.after(Fault.Step.SYNC, path);
  }

  @Override
  public boolean hasCapability(String capability) {
    return capability.equals(StreamCapabilities.HSYNC);
  }

  @Override
  public void close() throws IOException {
    file.close();
    fault.before(Fault.Step.CLOSE, path);
  }
}
