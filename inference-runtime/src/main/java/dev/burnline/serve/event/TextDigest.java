package dev.burnline.serve.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests texts without a copy of them: a long one would be one more of the heap's largest. */
final class TextDigest {

  private static final int PART_CHARS = 512;
  private static final int MOST_BYTES_OF_A_CHAR = 3;

  private TextDigest() {}

  /** Returns the SHA-256 of the UTF-8 bytes in hexadecimal; half characters count as {@code ?}. */
  static String sha256(String text) {
    MessageDigest digest = newDigest();
    CharsetEncoder encoder =
        UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    char[] part = new char[PART_CHARS];
    CharBuffer in = CharBuffer.wrap(part).limit(0);
    ByteBuffer out = ByteBuffer.allocate(PART_CHARS * MOST_BYTES_OF_A_CHAR);
    int at = 0;
    while (at < text.length()) {
      // Half a surrogate pair may be left over from the part before.
      in.compact();
      int next = Math.min(at + in.remaining(), text.length());
      text.getChars(at, next, part, in.position());
      in.position(in.position() + next - at).flip();
      at = next;
      encoder.encode(in, out, at == text.length());
      digest.update(out.flip());
      out.clear();
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
