package dev.burnline.serve.text;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The printable characters that byte-level BPE writes bytes as: a byte that is printable in Latin-1
 * stands for itself, the other 68 are the characters from U+0100 on.
 */
final class ByteAlphabet {

  private static final int FIRST_OTHER = 0x100;
  private static final int[] BYTE_OF = bytes();

  private ByteAlphabet() {}

  /** Returns the bytes of a token's characters; empty if one of them is none of the alphabet. */
  static Optional<byte[]> bytes(String token) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (c >= BYTE_OF.length || BYTE_OF[c] < 0) {
        return Optional.empty();
      }
      bytes.write(BYTE_OF[c]);
    }
    return Optional.of(bytes.toByteArray());
  }

  private static int[] bytes() {
    int others = 0;
    int[] byteOf = new int[FIRST_OTHER + 68];
    Arrays.fill(byteOf, -1);
    for (int b = 0; b < FIRST_OTHER; b++) {
      boolean printable = (b >= '!' && b <= '~') || (b >= 0xa1 && b <= 0xac) || b >= 0xae;
      byteOf[printable ? b : FIRST_OTHER + others++] = b;
    }
    return byteOf;
  }
}
