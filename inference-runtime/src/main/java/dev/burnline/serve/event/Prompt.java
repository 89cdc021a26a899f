package dev.burnline.serve.event;

import static java.util.Objects.requireNonNull;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the log keeps of a prompt. It is worked out when it is first asked for, in a time by the
 * prompt's length that no request should wait for; the whole text is kept until then, and no
 * longer. Thread-safe.
 */
public final class Prompt {

  private volatile @Nullable Text text;
  private @Nullable Digest digest;

  private Prompt(Text text) {
    this.text = requireNonNull(text, "text is null");
  }

  /** A whole prompt. What it returns never changes, and may be asked for by any thread. */
  public interface Text {

    /**
     * Hands over all that the model reads, in parts that are to be put together: a long prompt has
     * no copy in memory. No part ends within a character.
     */
    void read(Consumer<String> reader);

    /** Returns where an excerpt is taken from, for example what the user said last. */
    String shown();

    /** Returns about how many chars of memory it takes, not negative; costs next to nothing. */
    int keptChars();
  }

  /** Returns what is kept of this prompt. */
  public static Prompt of(Text text) {
    return new Prompt(text);
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

  /** Returns about how many chars it still keeps, not negative. Never waits. */
  public int keptChars() {
    Text kept = text;
    return kept == null ? 0 : kept.keptChars();
  }

  /** Works it out now, so that the whole text is kept no longer. */
  public void condense() {
    digest();
  }

  private synchronized Digest digest() {
    Digest known = digest;
    if (known == null) {
      Text given = requireNonNull(text, "neither text nor digest");
      TextDigest read = new TextDigest();
      given.read(read::add);
      known = new Digest(Excerpt.of(given.shown()), read.codePoints(), read.sha256());
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
}
