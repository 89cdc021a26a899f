package dev.burnline.rollup;

import java.io.Serializable;
import java.util.zip.CRC32C;

/**
 * A line of a segment by which it is told whether the segment still is what was read.
 *
 * @param offset of the line's first byte in the uncompressed content
 * @param bytes of the line that the hash is of, from its first one on
 * @param hash CRC-32C
 */
public record Landmark(long offset, int bytes, int hash) implements Serializable {

  /** Lines begin with what tells them apart, as their time. */
  private static final int MOST_BYTES = 1 << 10;

  public Landmark {
    if (offset < 0 || bytes < 0) {
      throw new IllegalArgumentException(
          "a line cannot have %d bytes at offset %d".formatted(bytes, offset));
    }
  }

  /** Returns the landmark of a line that begins at an offset. */
  static Landmark of(long offset, byte[] buffer, int start, int length) {
    int bytes = Math.min(length, MOST_BYTES);
    return new Landmark(offset, bytes, hash(buffer, start, bytes));
  }

  /** Whether these bytes, read at this offset, are those of then. */
  public boolean matches(byte[] found) {
    return found.length == bytes && hash(found, 0, bytes) == hash;
  }

  /** Returns the offset behind the last byte that the hash is of. */
  public long end() {
    return offset + bytes;
  }

  private static int hash(byte[] buffer, int start, int length) {
    CRC32C crc = new CRC32C();
    crc.update(buffer, start, length);
    return (int) crc.getValue();
  }
}
