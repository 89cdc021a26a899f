package dev.burnline.serve.text;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a value in a template that is read, not run. */
sealed interface JinjaValue {

  /** In a text: what a message says. Like the other marks no character of Unicode. */
  char GIVEN = '\uFDD0';

  /** In a text: who speaks, and not the system; or a token that the tokenizer names. */
  char ROLE = '\uFDD1';

  /** In a text: something unknown. */
  char UNREAD = '\uFDD2';

  /** Longer texts are not followed: they may double with each line of a template. */
  int MAX_TEXT = 1 << 18;

  /** A text, maybe with marks. */
  record Text(String text) implements JinjaValue {}

  record Flag(boolean value) implements JinjaValue {}

  record Whole(int value) implements JinjaValue {}

  /** The arguments of {@code namespace}. */
  record Fields(Map<String, JinjaValue> values) implements JinjaValue {}

  /** A message; the first one may be of the system. */
  record Message(boolean first) implements JinjaValue {}

  /** Values without content. */
  enum Sole implements JinjaValue {
    NONE,
    /** A variable to which nothing was assigned yet. */
    UNDEFINED,
    /** All messages of the conversation. */
    MESSAGES,
    /** All but the first. */
    OTHER_MESSAGES,
    UNKNOWN
  }

  static JinjaValue text(String text) {
    return text.length() > MAX_TEXT ? Sole.UNKNOWN : new Text(text);
  }

  static JinjaValue flag(@Nullable Boolean value) {
    return value == null ? Sole.UNKNOWN : new Flag(value);
  }

  /** Returns what is written for this. */
  default String written() {
    return this instanceof Text text
        ? text.text()
        : this == Sole.UNDEFINED ? "" : String.valueOf(UNREAD);
  }

  /** Returns whether this holds as a condition; null when unknown. */
  default @Nullable Boolean holds() {
    if (this instanceof Flag flag) {
      return flag.value();
    } else if (this instanceof Whole whole) {
      return whole.value() != 0;
    } else if (this instanceof Text text) {
      return text.text().isEmpty()
          ? Boolean.FALSE
          : text.text().chars().allMatch(JinjaValue::isMark) ? null : Boolean.TRUE;
    } else if (this instanceof Message || this == Sole.MESSAGES) {
      return true;
    }
    return (this == Sole.NONE || this == Sole.UNDEFINED) ? Boolean.FALSE : null;
  }

  /** Returns whether two values are equal; null when unknown. */
  static @Nullable Boolean equal(JinjaValue a, JinjaValue b) {
    if (a instanceof Text left && b instanceof Text right) {
      if (isPlain(left) && isPlain(right)) {
        return left.equals(right);
      }
      String both = left.text() + right.text();
      return (both.equals("system" + ROLE) || both.equals(ROLE + "system")) ? Boolean.FALSE : null;
    }
    return (isSimple(a) && isSimple(b)) ? Boolean.valueOf(a.equals(b)) : null;
  }

  private static boolean isSimple(JinjaValue value) {
    return value instanceof Text
        || value instanceof Flag
        || value instanceof Whole
        || value == Sole.NONE;
  }

  /** Returns whether all of a text is known. */
  private static boolean isPlain(Text text) {
    return text.text().chars().noneMatch(JinjaValue::isMark);
  }

  private static boolean isMark(int c) {
    return c >= GIVEN && c <= UNREAD;
  }
}
