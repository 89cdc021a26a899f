package dev.burnline.store;

import dev.burnline.disk.StoredFile;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.hadoop.fs.Syncable;

/** A local file being written: a full disk is an exception here, where Hadoop makes it an error. */
final class LocalOutput extends OutputStream implements Syncable, StreamCapabilities {

  private final OutputStream out;

  LocalOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (FSError e) {
      throw StoredFile.trouble(e);
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void hflush() throws IOException {
    flush();
  }

  /** Returns when the content is on the disk. */
  @Override
  public void hsync() throws IOException {
    if (out instanceof Syncable file) {
      file.hsync();
    }
  }

  @Override
  public boolean hasCapability(String capability) {
    return out instanceof StreamCapabilities file && file.hasCapability(capability);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
