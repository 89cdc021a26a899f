package dev.burnline.disk;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Opens files for reading. Hadoop's local file system reports a disk that fails as an {@link
 * FSError}, which nobody who handles exceptions catches, and a file that may not be read as one
 * that is not there.
 */
public final class StoredFile {

  private StoredFile() {}

  /**
   * Opens a file.
   *
   * @param bufferBytes how much to read ahead at most
   * @return a stream that fails with an {@link IOException} only
   * @throws FileNotFoundException when there is no such file, and only then
   * @throws IOException when it cannot be read
   */
  public static FSDataInputStream open(FileSystem files, Path path, int bufferBytes)
      throws IOException {
    try {
      return opened(files, path, bufferBytes);
    } catch (FileNotFoundException e) {
      if (!files.exists(path)) {
        throw e;
      }
    }
    // It is there. Either it was put there this moment, or it is not for us to read.
    try {
      return opened(files, path, bufferBytes);
    } catch (FileNotFoundException e) {
      throw files.exists(path) ? new IOException(e.getMessage(), e) : e;
    }
  }

  private static FSDataInputStream opened(FileSystem files, Path path, int bufferBytes)
      throws IOException {
    try {
      return new FSDataInputStream(new PlainInput(files.open(path, bufferBytes)));
    } catch (FSError e) {
      throw trouble(e);
    }
  }

  /** Returns the exception that an error of the local file system should have been. */
  public static IOException trouble(FSError error) {
    return error.getCause() instanceof IOException cause
        ? cause
        : new IOException(error.getMessage(), error);
  }
}
