package dev.burnline.serve.event;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** Shortens texts by code points, so that no character is ever cut in half. */
final class Excerpt {

  private static final int SHOWN_CODE_POINTS = 200;
  private static final int NAME_CODE_POINTS = 256;
  private static final String ELLIPSIS = "...";

  private Excerpt() {}

  /** Returns the first 200 code points followed by {@code ...}, or the whole text if it fits. */
  static String of(String text) {
    String shown = cut(text, SHOWN_CODE_POINTS);
    return shown.length() == text.length() ? text : shown + ELLIPSIS;
  }

  /** Returns at most 200 code points, an ellipsis at the end included. */
  static String message(String text) {
    String shown = cut(text, SHOWN_CODE_POINTS);
    return shown.length() == text.length()
        ? text
        : cut(text, SHOWN_CODE_POINTS - ELLIPSIS.length()) + ELLIPSIS;
  }

  /** Returns at most 256 code points of an identifier, which must not be empty. */
  static String name(@Nullable String text, String field) {
    if (requireNonNull(text, () -> field + " is null").isEmpty()) {
      throw new IllegalArgumentException(field + " must not be empty");
    }
    return cut(text, NAME_CODE_POINTS);
  }

  private static String cut(String text, int codePoints) {
    // A text has at least as many chars as code points: short ones need no counting.
    if (text.length() <= codePoints) {
      return text;
    }
    int end = 0;
    for (int taken = 0; taken < codePoints && end < text.length(); taken++) {
      end += Character.charCount(text.codePointAt(end));
    }
    return text.substring(0, end);
  }
}
