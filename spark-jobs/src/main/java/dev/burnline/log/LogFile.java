package dev.burnline.log;

import static java.util.Objects.requireNonNull;

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
   * @throws IOException when the file is gone, may not be read, or ends before {@code offset}
   */
  public InputStream open(Configuration hadoop, long offset) throws IOException {
    Path path = new Path(uri);
    FSDataInputStream raw = FileSystem.get(uri, hadoop).open(path, BUFFER_BYTES);
    try {
      if (compression == Compression.NONE) {
        raw.seek(offset);
        return raw;
      }
      InputStream in = compression.uncompressed(new BufferedInputStream(raw, BUFFER_BYTES));
      in.skipNBytes(offset);
      return in;
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }
}
