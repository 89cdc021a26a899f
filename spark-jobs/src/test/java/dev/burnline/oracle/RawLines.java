package dev.burnline.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a segment's content into lines. */
final class RawLines {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private RawLines() {}

  /**
   * Returns the lines that are not blank, without their {@code \n}. A byte order mark at the start
   * of the content is skipped.
   */
  static List<byte[]> of(byte[] content) {
    List<byte[]> lines = new ArrayList<>();
    int start = startsWithByteOrderMark(content) ? BYTE_ORDER_MARK.length : 0;
    for (int i = start; i < content.length; i++) {
      if (content[i] == '\n') {
        byte[] line = Arrays.copyOfRange(content, start, i);
        if (!isBlank(line)) {
          lines.add(line);
        }
        start = i + 1;
      }
    }
    return lines;
  }

  private static boolean startsWithByteOrderMark(byte[] content) {
    return content.length >= BYTE_ORDER_MARK.length
        && Arrays.equals(
            BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length, content, 0, BYTE_ORDER_MARK.length);
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
