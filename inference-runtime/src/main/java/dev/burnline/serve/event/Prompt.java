package dev.burnline.serve.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What the log keeps of a prompt; never the whole of it.
 *
 * @param truncated the first 200 code points, then {@code ...} if there are more
 * @param chars length of the whole prompt in code points, not negative
 * @param sha256 SHA-256 of the whole prompt's UTF-8 bytes, in hexadecimal
 */
public record Prompt(String truncated, long chars, String sha256) {

  private static final int PART_CHARS = 512;
  private static final int MOST_BYTES_OF_A_CHAR = 3;

  public Prompt {
    truncated = Excerpt.of(requireNonNull(truncated, "truncated is null"));
    Checks.notNegative(chars, "chars");
    requireNonNull(sha256, "sha256 is null");
  }

  /** Returns what is kept of this prompt, which may be empty. */
  public static Prompt of(String text) {
    return new Prompt(text, text.codePointCount(0, text.length()), sha256(text));
  }

  /** In parts: the bytes of a long prompt would be one more of the heap's largest objects. */
  private static String sha256(String text) {
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

  void describe(Fields fields) {
    fields.count("prompt_chars", chars);
    fields.text("prompt_sha256", sha256);
  }
}
