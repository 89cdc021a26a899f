package dev.burnline.log;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The content of all members of a gzip file, one after the other.
 *
 * <p>The JDK's stream takes whatever it does not understand behind a member for the end, so a file
 * with a damaged second member looked like a whole one. Here only zeros may follow, with which some
 * media are filled up.
 */
final class GzipMembers extends InputStream {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int DEFLATED = 8;
  private static final int HEADER_CRC = 1 << 1;
  private static final int EXTRA = 1 << 2;
  private static final int NAME = 1 << 3;
  private static final int COMMENT = 1 << 4;
  private static final int TIME_TO_SYSTEM_BYTES = 6;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int filled;
  private long before;
  private boolean ended;

  /** Opens a file; it is known to begin with the magic number. */
  GzipMembers(InputStream in) throws IOException {
    this.in = in;
    if (!begin(next())) {
      throw new EOFException("Unexpected end of ZLIB input stream");
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (!ended && length > 0) {
      int count = inflated(target, offset, length);
      if (count > 0) {
        crc.update(target, offset, count);
        return count;
      }
      if (inflater.finished()) {
        at = filled - inflater.getRemaining();
        end();
        ended = !begin(padding());
      } else {
        if (!fill()) {
          throw new EOFException("Unexpected end of ZLIB input stream");
        }
        inflater.setInput(buffer, 0, filled);
      }
    }
    return length == 0 ? 0 : -1;
  }

  private int inflated(byte[] target, int offset, int length) throws IOException {
    try {
      int count = inflater.inflate(target, offset, length);
      if (inflater.needsDictionary()) {
        throw new ZipException("gzip has no dictionaries, but this file needs one");
      }
      return count;
    } catch (DataFormatException e) {
      String message = e.getMessage();
      throw new ZipException(message == null ? "Invalid ZLIB data format" : message);
    }
  }

  /** Reads a member's header from its first byte on; false at the file's end. */
  private boolean begin(int first) throws IOException {
    if (first < 0) {
      return false;
    }
    long start = before + at - 1;
    if (first != 0x1F || next() != 0x8B) {
      throw new ZipException("what begins at byte %d is not gzip".formatted(start));
    }
    if (needed() != DEFLATED) {
      throw new ZipException("the gzip member at byte %d is damaged".formatted(start));
    }
    int flags = needed();
    skip(TIME_TO_SYSTEM_BYTES);
    if ((flags & EXTRA) != 0) {
      skip(needed() | needed() << 8);
    }
    for (int text = 0; text < Integer.bitCount(flags & (NAME | COMMENT)); text++) {
      while (needed() != 0) {
        // Neither the name nor the comment matters.
      }
    }
    if ((flags & HEADER_CRC) != 0) {
      skip(2);
    }
    crc.reset();
    inflater.reset();
    inflater.setInput(buffer, at, filled - at);
    return true;
  }

  private void end() throws IOException {
    long checksum = number();
    long size = number();
    if (checksum != crc.getValue() || size != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
      throw new ZipException("Corrupt GZIP trailer");
    }
  }

  private long number() throws IOException {
    long number = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      number |= (long) needed() << shift;
    }
    return number;
  }

  /** Skips zeros; returns the byte behind them, -1 at the file's end. */
  private int padding() throws IOException {
    int b;
    do {
      b = next();
    } while (b == 0);
    return b;
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      needed();
    }
  }

  private int needed() throws IOException {
    int b = next();
    if (b < 0) {
      throw new EOFException("Unexpected end of ZLIB input stream");
    }
    return b;
  }

  private int next() throws IOException {
    return at < filled || fill() ? buffer[at++] & 0xFF : -1;
  }

  private boolean fill() throws IOException {
    before += filled;
    at = 0;
    filled = Math.max(0, in.read(buffer));
    return filled > 0;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
