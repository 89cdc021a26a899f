package dev.burnline.slo.where;

import java.util.Locale;

/**
 * A word, value or sign of a condition.
 *
 * @param text as written; of {@link Kind#TEXT} what stands between the quotes
 * @param position of its first character, from 1
 */
record Token(Kind kind, String text, int position) {

  enum Kind {
    WORD,
    TEXT,
    NUMBER,
    SIGN,
    END
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  String lowerCase() {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Says what was found, for a message. */
  String found() {
    return switch (kind) {
      case WORD, SIGN -> "'" + text + "'";
      case TEXT -> "text '" + text + "'";
      case NUMBER -> "number " + text;
      case END -> "the end";
    };
  }
}
