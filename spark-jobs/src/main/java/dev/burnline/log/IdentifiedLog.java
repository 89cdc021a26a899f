package dev.burnline.log;

import static java.util.Objects.requireNonNull;

import dev.burnline.disk.StoredFile;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A log file and the segment that it holds.
 *
 * @param segmentId SHA-256 of the uncompressed content up to the end of the first usable line, the
 *     first 32 hexadecimal digits
 * @param fingerprint tells whole compressed files apart by their size and last bytes; empty for
 *     plain ones, whose size says it all
 */
public record IdentifiedLog(LogFile file, String segmentId, String fingerprint)
    implements Serializable {

  public IdentifiedLog {
    requireNonNull(file, "file is null");
    requireNonNull(segmentId, "segmentId is null");
    requireNonNull(fingerprint, "fingerprint is null");
  }

  /** Whether the file has to be uncompressed to be read. */
  public boolean isCompressed() {
    return file.compression() != Compression.NONE;
  }

  /**
   * Opens the file and makes sure that it still holds this segment: between finding and opening, a
   * rotation can have put another one in its place.
   *
   * @throws ReplacedLogException when it holds something else by now
   * @throws IOException when the file is gone or cannot be read
   */
  public Reading open(Configuration hadoop) throws IOException {
    FSDataInputStream raw =
        StoredFile.open(
            FileSystem.get(file.uri(), hadoop), new Path(file.uri()), LogFile.BUFFER_BYTES);
    try {
      Reading reading = new Reading(raw);
      reading.check();
      return reading;
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /** An open file; a rename, a deletion or a compression under it does not change what it reads. */
  public final class Reading implements AutoCloseable {

    private final FSDataInputStream raw;
    private InputStream uncompressed = InputStream.nullInputStream();

    private Reading(FSDataInputStream raw) {
      this.raw = raw;
    }

    /**
     * Returns the uncompressed content from an offset on; nothing when it is compressed and ends
     * before, as an early copy of a log does. What an earlier call returned must not be used any
     * more.
     */
    public InputStream from(long offset) throws IOException {
      if (!isCompressed()) {
        raw.seek(offset);
        return raw;
      }
      // Left to the garbage collector, it would close the file under whoever reads it then.
      uncompressed.close();
      raw.seek(0);
      uncompressed =
          file.compression()
              .uncompressed(new BufferedInputStream(new KeptOpen(raw), LogFile.BUFFER_BYTES));
      LogFile.skip(uncompressed, offset);
      return uncompressed;
    }

    /**
     * Makes sure that the file was not truncated and written anew while it was read.
     *
     * @throws ReplacedLogException when it was
     */
    public void check() throws IOException {
      Optional<String> now = SegmentHead.read(from(0)).segmentId();
      if (!now.equals(Optional.of(segmentId))) {
        throw new ReplacedLogException();
      }
    }

    @Override
    public void close() throws IOException {
      try (raw) {
        uncompressed.close();
      }
    }
  }

  /** A view of a file whose end is not the file's. */
  private static final class KeptOpen extends FilterInputStream {

    KeptOpen(InputStream file) {
      super(file);
    }

    @Override
    public void close() {
      // The reading closes the file.
    }
  }
}
