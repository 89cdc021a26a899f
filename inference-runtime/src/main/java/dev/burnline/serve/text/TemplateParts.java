package dev.burnline.serve.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a template in Jinja apart into what it writes and the statements between. */
final class TemplateParts {

  /** Unrolled, as a literal may be long. */
  private static final String LITERAL =
      "(?:'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\")";

  /** A comment, an expression, a statement, or what is opened and not closed. */
  private static final Pattern TAG =
      Pattern.compile(
          ("\\{#.*?#}|\\{\\{[-+]?((?:[^'\"}]|LIT|}(?!}))*+)}}"
                  + "|\\{%[-+]?((?:[^'\"%]|LIT|%(?!}))*+)%}|(\\{[{%#].*|}}|%}|#})")
              .replace("LIT", LITERAL),
          Pattern.DOTALL);

  private static final String OPERAND =
      "(?:[^'\"()\\[\\]{}+~]|LIT|\\((?:[^'\"()]|LIT)*+\\)|\\[(?:[^'\"\\[\\]]|LIT)*+])++"
          .replace("LIT", LITERAL);
  private static final Pattern SUM =
      Pattern.compile(OPERAND + "(?:[+~]" + OPERAND + ")*+", Pattern.DOTALL);

  /** What makes more of an expression than a sum. */
  private static final Pattern NO_SUM = Pattern.compile("\\b(?:if|and|or|not|in|is)\\b|[=<>]");

  private TemplateParts() {}

  enum Kind {
    /** Is written as it is. */
    TEXT,
    /** An expression whose value is written. */
    VALUE,
    STATEMENT
  }

  /** A part that begins in a line, from 1; neighbouring texts are one. */
  record Part(Kind kind, String text, int line) {}

  static List<Part> of(String template) {
    String source = template.replace("\r\n", "\n");
    List<Part> parts = new ArrayList<>();
    Matcher tag = TAG.matcher(source);
    int from = 0;
    boolean trims = false;
    while (tag.find()) {
      // Blanks go beside a tag with a minus.
      String text = source.substring(from, tag.start());
      text = trims ? text.stripLeading() : text;
      text = source.startsWith("-", tag.start() + 2) ? text.stripTrailing() : text;
      add(parts, Kind.TEXT, text, line(source, from));
      int line = line(source, tag.start());
      if (tag.group(1) != null) {
        String sum = tag.group(1).replaceFirst("[-+]$", "");
        String bare = sum.replaceAll(LITERAL, "").replaceAll("\\([^()]*\\)", "");
        boolean isSum = SUM.matcher(sum).matches() && !NO_SUM.matcher(bare).find();
        Matcher operand = Pattern.compile(isSum ? OPERAND : ".+", Pattern.DOTALL).matcher(sum);
        while (operand.find()) {
          String value = operand.group().strip();
          Optional<String> literal = literal(value);
          add(parts, literal.isPresent() ? Kind.TEXT : Kind.VALUE, literal.orElse(value), line);
        }
      } else if (tag.group(2) != null || tag.group(3) != null) {
        String statement = tag.group(3) == null ? tag.group(2) : tag.group(3);
        add(parts, Kind.STATEMENT, statement.replaceFirst("[-+]$", "").strip(), line);
      }
      from = tag.end();
      trims = from > 2 && source.charAt(from - 3) == '-';
    }
    String last = source.substring(from);
    add(parts, Kind.TEXT, trims ? last.stripLeading() : last, line(source, from));
    return List.copyOf(parts);
  }

  /** Returns the text of an expression that is one literal without rare escapes. */
  static Optional<String> literal(String expression) {
    if (!expression.matches("(?s)" + LITERAL)
        || expression.matches("(?s).[^\\\\]*+(?:\\\\[ntr\\\\'\"][^\\\\]*+)*+\\\\[^ntr\\\\'\"].*")) {
      return Optional.empty();
    }
    return Optional.of(
        Pattern.compile("\\\\(.)")
            .matcher(expression.substring(1, expression.length() - 1))
            .replaceAll(
                escape ->
                    switch (escape.group(1)) {
                      case "n" -> "\n";
                      case "t" -> "\t";
                      case "r" -> "\r";
                      default -> Matcher.quoteReplacement(escape.group(1));
                    }));
  }

  private static int line(String source, int place) {
    return (int) source.substring(0, place).chars().filter(c -> c == '\n').count() + 1;
  }

  private static void add(List<Part> parts, Kind kind, String text, int line) {
    int last = parts.size() - 1;
    if (kind == Kind.TEXT && last >= 0 && parts.get(last).kind() == Kind.TEXT) {
      Part before = parts.remove(last);
      parts.add(new Part(kind, before.text() + text, before.line()));
    } else if (!text.isEmpty()) {
      parts.add(new Part(kind, text, line));
    }
  }
}
