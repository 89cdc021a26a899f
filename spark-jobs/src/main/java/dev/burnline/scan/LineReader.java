package dev.burnline.scan;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream into complete lines without copying them: a line is a range of {@link #buffer()},
 * valid until the next call of {@link #next()}.
 *
 * <p>A line ends with {@code \n}, which is not part of the range. What follows the last {@code \n}
 * is not a line yet and is not returned. A line over {@link #MAX_LINE_BYTES} is skipped to its end
 * and returned as {@link #tooLong()}, so memory is bounded whatever the input.
 */
public final class LineReader {

  /** The longest usable line in bytes, line end excluded: 1 MiB. */
  public static final int MAX_LINE_BYTES = 1 << 20;

  private static final int INITIAL_BUFFER_BYTES = 1 << 18;

  private final InputStream in;
  private byte[] buffer;
  private int filled;
  private int lineStart;
  private int lineEnd;
  private int nextStart;
  private long bufferOffset;
  private long skippedBytes;
  private long endOffset;
  private boolean tooLong;
  private boolean ended;

  /**
   * Creates a reader.
   *
   * @param in where to read from; not closed by this reader
   * @param offset of the stream's next byte in the uncompressed content; a line starts there
   */
  public LineReader(InputStream in, long offset) {
    this(in, offset, INITIAL_BUFFER_BYTES);
  }

  /** Creates a reader of a stream that is about so long. */
  LineReader(InputStream in, long offset, int bufferBytes) {
    this.in = in;
    this.buffer = new byte[Math.max(1, bufferBytes)];
    this.bufferOffset = offset;
    this.endOffset = offset;
  }

  /**
   * Moves to the next complete line.
   *
   * @return false when there is none
   * @throws IOException when the stream cannot be read further; {@link #endOffset()} still is the
   *     end of the last complete line
   */
  public boolean next() throws IOException {
    int start = nextStart;
    int scanned = start;
    long dropped = 0;
    while (true) {
      int end = indexOfLineEnd(scanned);
      if (end >= 0) {
        lineStart = start;
        lineEnd = end;
        nextStart = end + 1;
        skippedBytes = dropped;
        tooLong = dropped > 0 || end - start > MAX_LINE_BYTES;
        endOffset = bufferOffset + nextStart;
        return true;
      }
      if (filled - start > MAX_LINE_BYTES) {
        // Too long whatever follows: forget these bytes, keep looking for the line's end.
        dropped += filled - start;
        bufferOffset += filled - start;
        filled = start;
      }
      scanned = filled - start;
      if (!fill(start)) {
        return false;
      }
      start = 0;
    }
  }

  private int indexOfLineEnd(int from) {
    byte[] bytes = buffer;
    for (int i = from; i < filled; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Moves the rest from {@code start} to the front and reads more behind it. */
  private boolean fill(int start) throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, filled - start);
      filled -= start;
      bufferOffset += start;
      nextStart = 0;
    }
    if (ended) {
      return false;
    }
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    if (read < 0) {
      ended = true;
      return false;
    }
    filled += read;
    return true;
  }

  /** Returns the bytes that hold the current line. */
  public byte[] buffer() {
    return buffer;
  }

  /** Returns the index of the current line's first byte in {@link #buffer()}. */
  public int start() {
    return lineStart;
  }

  /** Returns the current line's length in bytes, without its end; 0 when it is too long. */
  public int length() {
    return tooLong ? 0 : lineEnd - lineStart;
  }

  /** Returns whether the current line is over {@link #MAX_LINE_BYTES} and was skipped. */
  public boolean tooLong() {
    return tooLong;
  }

  /** Returns the offset of the current line's first byte in the uncompressed content. */
  public long offset() {
    return bufferOffset + lineStart - skippedBytes;
  }

  /** Returns the current line's bytes in the uncompressed content, its end included. */
  public long bytes() {
    return skippedBytes + lineEnd + 1L - lineStart;
  }

  /** Returns the offset behind the last complete line that was returned, whatever came after it. */
  public long endOffset() {
    return endOffset;
  }
}
