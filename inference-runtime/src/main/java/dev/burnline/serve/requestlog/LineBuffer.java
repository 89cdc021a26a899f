package dev.burnline.serve.requestlog;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Whole lines that are ready to be written, oldest first; written ones are taken off in front. */
final class LineBuffer extends ByteArrayOutputStream {

  private int[] ends = new int[64];
  private int lines;
  private int firstLine;

  LineBuffer() {
    super(64 << 10);
  }

  /** Ends the line that was being written. */
  void endLine() {
    write('\n');
    if (lines == ends.length) {
      ends = Arrays.copyOf(ends, 2 * lines);
    }
    ends[lines++] = count;
  }

  /** Forgets a line that was begun and not ended. */
  void abandonLine() {
    count = lines == 0 ? 0 : ends[lines - 1];
  }

  /** Returns how many lines are left to write. */
  int remainingLines() {
    return lines - firstLine;
  }

  /** Returns how many of the next lines fit into so many bytes. */
  int linesWithin(long bytes) {
    int fitting = 0;
    while (firstLine + fitting < lines && ends[firstLine + fitting] - start() <= bytes) {
      fitting++;
    }
    return fitting;
  }

  /** Returns the bytes of the next lines. */
  ByteBuffer view(int nextLines) {
    return ByteBuffer.wrap(buf, start(), (int) bytesOf(nextLines)).slice();
  }

  /** Returns how many bytes the next lines have. */
  long bytesOf(int nextLines) {
    return nextLines == 0 ? 0 : (long) ends[firstLine + nextLines - 1] - start();
  }

  /** Takes the next lines off. */
  void take(int writtenLines) {
    firstLine += writtenLines;
    if (firstLine == lines) {
      reset();
    }
  }

  @Override
  public synchronized void reset() {
    super.reset();
    lines = 0;
    firstLine = 0;
  }

  private int start() {
    return firstLine == 0 ? 0 : ends[firstLine - 1];
  }
}
