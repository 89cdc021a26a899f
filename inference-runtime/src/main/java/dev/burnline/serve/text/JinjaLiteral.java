package dev.burnline.serve.text;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a literal, whose escapes are Python's. */
final class JinjaLiteral {

  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U(000[0-9a-fA-F]{5}|0010[0-9a-fA-F]{4})|(.))",
          Pattern.DOTALL);

  private JinjaLiteral() {}

  /**
   * Returns the text; an escape that is not known is marked in it.
   *
   * @param literal with its quotes
   */
  static String text(String literal) {
    return ESCAPE
        .matcher(literal.substring(1, literal.length() - 1))
        .replaceAll(escape -> Matcher.quoteReplacement(text(escape)));
  }

  private static String text(MatchResult escape) {
    for (int i = 1; i <= 3; i++) {
      if (escape.group(i) != null) {
        return Character.toString(Integer.parseInt(escape.group(i), 16));
      }
    }
    String letter = escape.group(4);
    return switch (letter) {
      case "n" -> "\n";
      case "t" -> "\t";
      case "r" -> "\r";
      case "\\", "'", "\"" -> letter;
      default ->
          "\nabfvxuUN01234567".contains(letter)
              ? String.valueOf(JinjaValue.UNREAD)
              // Python keeps the backslash of what is no escape.
              : "\\" + letter;
    };
  }
}
