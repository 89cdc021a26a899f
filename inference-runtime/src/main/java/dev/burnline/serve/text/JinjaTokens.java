package dev.burnline.serve.text;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words and signs of an expression in Jinja, taken one by one. */
final class JinjaTokens {

  /** Literals are unrolled, as one may be long. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|\\w++|[=!<>]=|\\S",
          Pattern.DOTALL);

  private final List<String> tokens;
  private int next;

  private JinjaTokens(List<String> tokens) {
    this.tokens = tokens;
  }

  static JinjaTokens of(String source) {
    return new JinjaTokens(TOKEN.matcher(source).results().map(MatchResult::group).toList());
  }

  /** Returns the next token; empty at the end. */
  String peek() {
    return at(next);
  }

  /** Returns the token after the next; empty at the end. */
  String afterNext() {
    return at(next + 1);
  }

  /** Returns the next token and goes past it; empty at the end. */
  String take() {
    String token = peek();
    next += token.isEmpty() ? 0 : 1;
    return token;
  }

  /** Goes past the next token if it is a given one. */
  boolean accept(String token) {
    boolean there = peek().equals(token);
    next += there ? 1 : 0;
    return there;
  }

  /** Goes back by one token. */
  void back() {
    next--;
  }

  /** Goes past what closes the bracket that was just taken; returns whether anything was in it. */
  boolean skip() {
    int begin = next;
    int depth = 1;
    while (depth > 0 && !peek().isEmpty()) {
      depth +=
          switch (take()) {
            case "(", "[", "{" -> 1;
            case ")", "]", "}" -> -1;
            default -> 0;
          };
    }
    return next > begin + 1;
  }

  static boolean isLiteral(String token) {
    return token.length() > 1 && (token.charAt(0) == '\'' || token.charAt(0) == '"');
  }

  static boolean isBracket(String token) {
    return token.length() == 1 && "()[]{}".contains(token);
  }

  private String at(int place) {
    return place < tokens.size() ? tokens.get(place) : "";
  }
}
