package dev.burnline.scan;

/** Takes what a scan finds, in the order of the file. */
public interface LineSink {

  /**
   * Looks at the bytes of a line before it is told whether the line can be used. Blank lines and
   * those that are too long are not shown.
   *
   * @param buffer reused after this call returns
   * @param start of the line in the buffer
   * @param length of the line in bytes without its end
   * @param offset of its first byte in the uncompressed content
   */
  default void line(byte[] buffer, int start, int length, long offset) {}

  /**
   * Takes a usable line.
   *
   * @param line reused after this call returns
   * @param bytes of the line with its end
   */
  void accept(LogLine line, long bytes);

  /**
   * Takes a line that cannot be used.
   *
   * @param offset of its first byte in the uncompressed content
   * @param bytes of the line with its end
   */
  void reject(Unusable reason, long offset, long bytes);
}
