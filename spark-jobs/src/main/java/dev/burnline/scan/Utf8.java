package dev.burnline.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Tells bytes that a scan refuses: byte 0 and what is not strictly UTF-8. */
final class Utf8 {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LOW_BITS = 0x0101010101010101L;

  private Utf8() {}

  /** Whether one of the bytes is 0. */
  static boolean hasNul(byte[] bytes, int start, int length) {
    int end = start + length;
    int i = start;
    for (; i + Long.BYTES <= end; i += Long.BYTES) {
      long word = (long) LONGS.get(bytes, i);
      if (((word - LOW_BITS) & ~word & HIGH_BITS) != 0) {
        return true;
      }
    }
    for (; i < end; i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the bytes are strictly UTF-8 (RFC 3629): no overlong form, no surrogate, nothing beyond
   * U+10FFFF, nothing cut off.
   */
  static boolean isValid(byte[] bytes, int start, int length) {
    int end = start + length;
    int i = start;
    while (true) {
      i += asciiPrefix(bytes, i, end - i);
      if (i == end) {
        return true;
      }
      int size = validSequence(bytes, i, end);
      if (size == 0) {
        return false;
      }
      i += size;
    }
  }

  /** The length of the sequence of two to four bytes at {@code i}; 0 when it is not valid. */
  private static int validSequence(byte[] bytes, int i, int end) {
    int lead = bytes[i] & 0xFF;
    if (lead < 0xC2 || lead > 0xF4) {
      return 0;
    }
    int size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (end - i < size) {
      return 0;
    }
    int second = bytes[i + 1] & 0xFF;
    // These four leads allow only part of the range of continuation bytes behind them.
    int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < lowest || second > highest) {
      return 0;
    }
    for (int k = 2; k < size; k++) {
      if ((bytes[i + k] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return size;
  }

  private static int asciiPrefix(byte[] bytes, int start, int length) {
    int end = start + length;
    int i = start;
    while (i + Long.BYTES <= end && ((long) LONGS.get(bytes, i) & HIGH_BITS) == 0) {
      i += Long.BYTES;
    }
    while (i < end && bytes[i] >= 0) {
      i++;
    }
    return i - start;
  }
}
