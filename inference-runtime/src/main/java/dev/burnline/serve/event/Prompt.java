package dev.burnline.serve.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

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

  public Prompt {
    truncated = Excerpt.of(requireNonNull(truncated, "truncated is null"));
    Checks.notNegative(chars, "chars");
    requireNonNull(sha256, "sha256 is null");
  }

  /** Returns what is kept of this prompt, which may be empty. */
  public static Prompt of(String text) {
    return new Prompt(text, text.codePointCount(0, text.length()), sha256(text));
  }

  private static String sha256(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  void describe(Fields fields) {
    fields.count("prompt_chars", chars);
    fields.text("prompt_sha256", sha256);
  }
}
