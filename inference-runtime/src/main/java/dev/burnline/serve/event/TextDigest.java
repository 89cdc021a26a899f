package dev.burnline.serve.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests a text in parts, without a copy: a long one would be one more of the heap's largest. */
final class TextDigest {

  private static final int PART_CHARS = 512;
  private static final int MOST_BYTES_OF_A_CHAR = 3;

  private final MessageDigest digest = newDigest();
  private final CharsetEncoder encoder =
      UTF_8
          .newEncoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final char[] chars = new char[PART_CHARS];
  private final CharBuffer in = CharBuffer.wrap(chars).limit(0);
  private final ByteBuffer out = ByteBuffer.allocate(PART_CHARS * MOST_BYTES_OF_A_CHAR);

  private long codePoints;

  /** Takes the next part, which does not end within a character. */
  void add(String text) {
    codePoints += text.codePointCount(0, text.length());
    int at = 0;
    while (at < text.length()) {
      // Half a surrogate pair may be left over from before.
      in.compact();
      int next = Math.min(at + in.remaining(), text.length());
      text.getChars(at, next, chars, in.position());
      in.position(in.position() + next - at).flip();
      at = next;
      encode(false);
    }
  }

  /** Returns how many code points there were. */
  long codePoints() {
    return codePoints;
  }

  /**
   * Returns the SHA-256 of all parts' UTF-8 bytes in hexadecimal, half characters being {@code ?}.
   * The end: nothing is added afterwards.
   */
  String sha256() {
    encode(true);
    return HexFormat.of().formatHex(digest.digest());
  }

  private void encode(boolean last) {
    encoder.encode(in, out, last);
    digest.update(out.flip());
    out.clear();
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
