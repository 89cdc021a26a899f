package dev.burnline.scan;

/** Takes what a scan finds, in the order of the file. */
public interface LineSink {

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
