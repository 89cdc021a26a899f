package dev.burnline.log;

import static java.util.Objects.requireNonNull;

import dev.burnline.disk.StoredFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A log file as it was found.
 *
 * @param uri on a Hadoop file system
 * @param size in bytes, as stored
 */
public record LogFile(URI uri, long size, Compression compression) implements Serializable {

  static final int BUFFER_BYTES = 1 << 16;

  public LogFile {
    requireNonNull(uri, "uri is null");
    requireNonNull(compression, "compression is null");
    if (size < 0) {
      throw new IllegalArgumentException("a file cannot have %d bytes: %s".formatted(size, uri));
    }
  }

  /** Returns the name a person knows the file by. */
  public String displayName() {
    return "file".equals(uri.getScheme()) ? uri.getPath() : uri.toString();
  }

  /**
   * Opens the uncompressed content.
   *
   * @param offset of the first byte to read, in the uncompressed content
   * @return the content from there; nothing when it is compressed and ends before {@code offset},
   *     as an early copy of a log does
   * @throws IOException when the file is gone, may not be read, or is not compressed and ends
   *     before {@code offset}
   */
  public InputStream open(Configuration hadoop, long offset) throws IOException {
    Path path = new Path(uri);
    FSDataInputStream raw = StoredFile.open(FileSystem.get(uri, hadoop), path, BUFFER_BYTES);
    try {
      if (compression == Compression.NONE) {
        raw.seek(offset);
        return raw;
      }
      InputStream in = compression.uncompressed(new BufferedInputStream(raw, BUFFER_BYTES));
      skip(in, offset);
      return in;
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /** Skips so many bytes, or to the end where there are fewer. */
  static void skip(InputStream in, long bytes) throws IOException {
    byte[] sink = new byte[BUFFER_BYTES];
    long left = bytes;
    while (left > 0) {
      int read = in.read(sink, 0, (int) Math.min(sink.length, left));
      if (read < 0) {
        return;
      }
      left -= read;
    }
  }
}
