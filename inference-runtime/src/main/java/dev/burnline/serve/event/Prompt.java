package dev.burnline.serve.event;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What the log keeps of a prompt; never the whole of it.
 *
 * <p>It is worked out when it is first asked for, since that takes a time by the prompt's length
 * that no request should wait for. Until then the whole text is kept. Thread-safe.
 */
public final class Prompt {

  private @Nullable Text text;
  private @Nullable Digest digest;

  private Prompt(Text text) {
    this.text = requireNonNull(text, "text is null");
  }

  /** A whole prompt. What it returns never changes, and may be worked out by any thread. */
  public interface Text {

    /** Returns all that the model reads; may be empty. */
    String whole();

    /** Returns the part that an excerpt is taken from, for example what the user said last. */
    String shown();

    /** Returns about how many chars it keeps in memory, not negative; costs next to nothing. */
    int keptChars();
  }

  /** Returns what is kept of this prompt. */
  public static Prompt of(Text text) {
    return new Prompt(text);
  }

  /** Returns what is kept of this prompt, which may be empty. */
  public static Prompt of(String text) {
    return new Prompt(new Plain(text));
  }

  /** Returns the first 200 code points, then {@code ...} if there are more. */
  public String truncated() {
    return digest().truncated();
  }

  /** Returns the length of the whole prompt in code points, not negative. */
  public long chars() {
    return digest().chars();
  }

  /** Returns the SHA-256 of the whole prompt's UTF-8 bytes, in hexadecimal. */
  public String sha256() {
    return digest().sha256();
  }

  /** Returns how many chars of the whole text it still keeps, not negative. */
  synchronized int keptChars() {
    return text == null ? 0 : text.keptChars();
  }

  /** Works it out now, so that the whole text is kept no longer. */
  void condense() {
    digest();
  }

  private synchronized Digest digest() {
    Digest known = digest;
    if (known == null) {
      Text given = requireNonNull(text, "neither text nor digest");
      String whole = given.whole();
      known =
          new Digest(
              Excerpt.of(given.shown()),
              whole.codePointCount(0, whole.length()),
              TextDigest.sha256(whole));
      digest = known;
      text = null;
    }
    return known;
  }

  void describe(Fields fields) {
    fields.count("prompt_chars", chars());
    fields.text("prompt_sha256", sha256());
  }

  private record Digest(String truncated, long chars, String sha256) {}

  private record Plain(String whole) implements Text {

    Plain {
      requireNonNull(whole, "text is null");
    }

    @Override
    public String shown() {
      return whole;
    }

    @Override
    public int keptChars() {
      return whole.length();
    }
  }
}
