package dev.burnline.generate.line;

import java.io.IOException;

/** Where finished lines go. */
public interface LineSink {

  /**
   * Writes a line {@code times} times, all of them into the same file.
   *
   * @param bytes a buffer that is used again
   * @param length how many of its bytes are the line, line end included
   */
  void write(byte[] bytes, int length, int times) throws IOException;

  /** Writes bytes and a line end into the file of the line before. */
  void writeUnusable(byte[] bytes) throws IOException;
}
