package dev.burnline.serve.text;

import dev.burnline.serve.model.ModelException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a ChatML template in Jinja says when a conversation has no system message. It is read where
 * it stands as a literal, in the turn of the system or in a variable of which the turn is made.
 */
final class DefaultSystem {

  /** The turn of the system; its line break may be spelt or real. */
  private static final Pattern TURN =
      Pattern.compile(
          Pattern.quote(ChatMlTemplate.START + "system")
              + "(?:\\\\n|\n)(.*?)"
              + Pattern.quote(ChatMlTemplate.END),
          Pattern.DOTALL);

  private static final Pattern TAG =
      Pattern.compile("\\{%[-+]?\\s*(if|elif|else|endif)\\b(.*?)[-+]?%}", Pattern.DOTALL);

  /** A condition that holds with tools. */
  private static final Pattern TOOLS =
      Pattern.compile("(?<!not )\\btools\\b(?!\\s+is\\s+(?:none|undefined|not\\s+defined)\\b)");

  /** Unrolled, as a literal may be long. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "'([^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+)'|\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"",
          Pattern.DOTALL);

  /** Names of fields, and what values are compared with. */
  private static final Pattern NO_PROSE =
      Pattern.compile("\\[\\s*(['\"])\\w*\\1\\s*]|(?:==|!=|\\bin\\b)\\s*(['\"])[^'\"]*\\2");

  private static final Pattern VARIABLE =
      Pattern.compile("''\\s*[+~]\\s*([\\w.]+?)(?:\\s*\\|\\s*trim|\\.strip\\(\\))?\\s*[+~]\\s*''");

  /** Where one expression ends and the next begins at once. */
  private static final Pattern SEAM = Pattern.compile("\\s*-?}}\\s*\\{\\{-?\\s*");

  private static final Pattern NOTHING = Pattern.compile("(?i)false|none");

  private final Path folder;
  private final String source;
  private final Set<String> found = new LinkedHashSet<>();

  private DefaultSystem(Path folder, String source) {
    this.folder = folder;
    this.source = source;
  }

  /**
   * Returns the message; empty without one.
   *
   * @throws ModelException when there is one that is no literal, or there are several
   */
  static String of(Path folder, String source) {
    DefaultSystem message = new DefaultSystem(folder, source);
    TURN.matcher(source)
        .results()
        .filter(turn -> !message.isForTools(turn.start()))
        .forEach(message::read);
    if (message.found.size() > 1) {
      throw message.unreadable(String.join("' or '", message.found));
    }
    return message.found.stream().findFirst().orElse("");
  }

  private void read(MatchResult turn) {
    String text = expression(turn);
    Matcher variable = VARIABLE.matcher(text.replace("\"\"", "''").strip());
    if (variable.matches()) {
      List<String> values =
          Pattern.compile(
                  "\\{%[-+]?\\s*set\\s+" + Pattern.quote(variable.group(1)) + "\\s*=(.*?)[-+]?%}",
                  Pattern.DOTALL)
              .matcher(source)
              .results()
              .map(assignment -> assignment.group(1).strip())
              .toList();
      values.forEach(this::readValue);
      if (!found.isEmpty() && values.stream().anyMatch(NOTHING.asMatchPredicate())) {
        throw unreadable(String.join("' or '", values));
      }
    } else {
      readValue(text);
    }
  }

  /** Returns what stands in a turn as an expression. */
  private String expression(MatchResult turn) {
    String inside = turn.group(1);
    int start = turn.start();
    int opened = Math.max(source.lastIndexOf("{{", start), source.lastIndexOf("{%", start));
    int closed = Math.max(source.lastIndexOf("}}", start), source.lastIndexOf("%}", start));
    if (opened > closed) {
      int quote = Math.max(source.lastIndexOf('\'', start), source.lastIndexOf('"', start));
      char mark = quote < 0 ? '\'' : source.charAt(quote);
      return SEAM.matcher(mark + inside + mark).replaceAll(" + ");
    }
    // A turn outside of expressions is text up to the next of them.
    if (inside.contains("{%")) {
      throw unreadable(inside);
    }
    return "'" + inside.replace("{{", "' + ").replace("}}", " + '") + "'";
  }

  private void readValue(String expression) {
    Matcher literal = LITERAL.matcher(expression);
    if (literal.matches()) {
      String text = unescaped(literal.group(1) == null ? literal.group(2) : literal.group(1));
      if (!text.isEmpty()) {
        found.add(text);
      }
    } else if (hasProse(expression)) {
      throw unreadable(expression);
    }
  }

  /** Returns whether an expression says more than what it is given. */
  private static boolean hasProse(String expression) {
    return LITERAL
        .matcher(NO_PROSE.matcher(expression).replaceAll(""))
        .results()
        .map(literal -> literal.group().replaceAll("\\\\.", ""))
        .anyMatch(text -> text.codePoints().anyMatch(Character::isLetter));
  }

  /** Returns whether a place is only reached with tools, which are not served. */
  private boolean isForTools(int place) {
    Deque<String> conditions = new ArrayDeque<>();
    Matcher tag = TAG.matcher(source);
    while (tag.find() && tag.start() < place) {
      if (!tag.group(1).equals("if") && !conditions.isEmpty()) {
        conditions.pop();
      }
      if (!tag.group(1).equals("endif")) {
        conditions.push(tag.group(2));
      }
    }
    return conditions.stream().anyMatch(condition -> TOOLS.matcher(condition).find());
  }

  private static String unescaped(String literal) {
    return Pattern.compile("\\\\(.)", Pattern.DOTALL)
        .matcher(literal)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    switch (escape.group(1)) {
                      case "n" -> "\n";
                      case "t" -> "\t";
                      case "r" -> "\r";
                      default -> escape.group(1);
                    }));
  }

  private ModelException unreadable(String what) {
    String shown = what.strip();
    return new ModelException(
        "%s: chat_template has a default system message that is not one literal: %s"
            .formatted(folder, shown.substring(0, Math.min(shown.length(), 200))),
        null);
  }
}
