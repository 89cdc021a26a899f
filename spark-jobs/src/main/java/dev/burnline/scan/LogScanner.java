package dev.burnline.scan;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Set;

/** Scans a stretch of a log segment, line by line. Not thread-safe. */
public final class LogScanner {

  private static final Set<LogField> ALWAYS =
      EnumSet.of(
          LogField.TIMESTAMP, LogField.LEVEL, LogField.SERVICE, LogField.EVENT, LogField.STATUS);

  private static final int BYTE_ORDER_MARK_BYTES = 3;

  private final LineParser parser;

  /**
   * Creates a scanner.
   *
   * @param fields what the sink reads of a line, beside what its meaning hangs on (time, service,
   *     event, level and status, which are always read)
   */
  public LogScanner(Set<LogField> fields) {
    EnumSet<LogField> wanted = EnumSet.copyOf(ALWAYS);
    wanted.addAll(fields);
    // Its sign decides whether the line can be used at all.
    wanted.add(LogField.DURATION_MS);
    this.parser = new LineParser(wanted);
  }

  /**
   * Reads all complete lines that begin before {@code end}.
   *
   * @param in positioned at {@code start}
   * @param start offset of the first byte, where a line begins
   * @param end lines that begin here or later belong to the next split
   * @return the offset behind the last complete line read
   * @throws ScanException when the stream broke off; it carries how far the scan came
   */
  public long scan(InputStream in, long start, long end, LineSink sink) throws ScanException {
    LineReader lines = new LineReader(in, start);
    try {
      while (lines.endOffset() < end && lines.next()) {
        scanLine(lines, sink);
      }
    } catch (IOException e) {
      throw new ScanException(lines.endOffset(), e);
    }
    return lines.endOffset();
  }

  void scanLine(LineReader lines, LineSink sink) {
    if (lines.tooLong()) {
      sink.reject(Unusable.TOO_LONG, lines.offset(), lines.bytes());
      return;
    }
    byte[] buffer = lines.buffer();
    int start = lines.start();
    int length = lines.length();
    long bytes = lines.bytes();
    if (lines.offset() == 0 && startsWithByteOrderMark(buffer, start, length)) {
      start += BYTE_ORDER_MARK_BYTES;
      length -= BYTE_ORDER_MARK_BYTES;
      bytes -= BYTE_ORDER_MARK_BYTES;
    }
    if (isBlank(buffer, start, length)) {
      return;
    }
    sink.line(buffer, lines.start(), lines.length(), lines.offset());
    Unusable reason = parser.parse(buffer, start, length);
    if (reason == null) {
      sink.accept(parser.line(), bytes);
    } else {
      sink.reject(reason, lines.offset(), bytes);
    }
  }

  private static boolean startsWithByteOrderMark(byte[] bytes, int start, int length) {
    return length >= BYTE_ORDER_MARK_BYTES
        && bytes[start] == (byte) 0xEF
        && bytes[start + 1] == (byte) 0xBB
        && bytes[start + 2] == (byte) 0xBF;
  }

  private static boolean isBlank(byte[] bytes, int start, int length) {
    for (int i = start; i < start + length; i++) {
      byte b = bytes[i];
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
