package dev.burnline.serve.text;

import static java.util.Objects.requireNonNull;

/**
 * A part of a template in Jinja.
 *
 * @param body what stands in it, without marks and stripped; of text as it will be written
 * @param line where it begins, from 1
 */
record JinjaTag(Kind kind, String body, int line) {

  JinjaTag {
    requireNonNull(kind, "kind is null");
    requireNonNull(body, "body is null");
  }

  /** What a template does with a part. */
  enum Kind {
    /** Is written as it is. */
    TEXT,
    /** {@code {{ … }}}: its value is written. */
    OUTPUT,
    /** <code>{% … %}</code>: tells what comes next. */
    STATEMENT
  }

  /** Returns the first word, which says what a statement does. */
  String word() {
    int end = 0;
    while (end < body.length() && Character.isLetter(body.charAt(end))) {
      end++;
    }
    return body.substring(0, end);
  }

  /** Returns what follows the first word. */
  String rest() {
    return body.substring(word().length()).strip();
  }

  /** Returns how this stands in a template. */
  @Override
  public String toString() {
    return switch (kind) {
      case TEXT -> body;
      case OUTPUT -> "{{ " + body + " }}";
      case STATEMENT -> "{% " + body + " %}";
    };
  }
}
