package dev.burnline.slo.where;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a condition into tokens. */
final class Lexer {

  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?");
  private static final Pattern SIGN = Pattern.compile("<>|<=|>=|[=<>(),]");

  private final String text;
  private int next;

  private Lexer(String text) {
    this.text = text;
  }

  /** Returns the tokens; the last one is {@link Token.Kind#END}. */
  static List<Token> tokens(String text) throws WhereException {
    Lexer lexer = new Lexer(text);
    List<Token> tokens = new ArrayList<>();
    lexer.skipWhiteSpace();
    while (lexer.next < text.length()) {
      tokens.add(lexer.token());
      lexer.skipWhiteSpace();
    }
    tokens.add(new Token(Token.Kind.END, "", text.length() + 1));
    return tokens;
  }

  private void skipWhiteSpace() {
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
  }

  private Token token() throws WhereException {
    int start = next;
    if (text.charAt(start) == '\'') {
      return new Token(Token.Kind.TEXT, quoted(), start + 1);
    }
    if (take(WORD)) {
      return new Token(Token.Kind.WORD, text.substring(start, next), start + 1);
    }
    if (take(NUMBER)) {
      String number = text.substring(start, next);
      if (take(WORD)) {
        throw new WhereException(
            start + 1,
            "'%s' is not a number, a number carries no unit"
                .formatted(text.substring(start, next)));
      }
      return new Token(Token.Kind.NUMBER, number, start + 1);
    }
    if (take(SIGN)) {
      return new Token(Token.Kind.SIGN, text.substring(start, next), start + 1);
    }
    throw new WhereException(start + 1, unexpected(start));
  }

  private boolean take(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(next, text.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    next = matcher.end();
    return true;
  }

  private String quoted() throws WhereException {
    int start = next;
    StringBuilder value = new StringBuilder();
    next++;
    while (next < text.length()) {
      char c = text.charAt(next++);
      if (c != '\'') {
        value.append(c);
      } else if (next < text.length() && text.charAt(next) == '\'') {
        value.append(c);
        next++;
      } else {
        return value.toString();
      }
    }
    throw new WhereException(start + 1, "the text that begins here has no closing '");
  }

  private String unexpected(int at) {
    if (text.startsWith("!=", at)) {
      return "'!=' is not an operator, write <>";
    }
    if (text.charAt(at) == '"') {
      return "\" does not quote text, write '…'";
    }
    return "unexpected '%s'".formatted(Character.toString(text.codePointAt(at)));
  }
}
