package dev.burnline.slo.prometheus;

import dev.burnline.slo.where.Case;
import dev.burnline.slo.where.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Spells parts of PromQL. */
final class PromQl {

  private PromQl() {}

  /**
   * Returns a selector for the series of a case.
   *
   * @param matchers more label matchers, put last
   */
  static String selector(String metric, Case lines, List<String> matchers) {
    List<String> all = new ArrayList<>();
    lines.texts().forEach((field, texts) -> all.addAll(matchers(field.key(), texts)));
    all.addAll(matchers);
    return all.isEmpty()
        ? metric
        : all.stream().collect(Collectors.joining(", ", metric + "{", "}"));
  }

  /** An empty label is an absent one, so texts and labels may be compared as they are. */
  private static List<String> matchers(String label, Texts texts) {
    List<String> values = texts.listed();
    if (values.size() == 1) {
      return List.of(matcher(label, texts.excluded() ? "!=" : "=", values.get(0)));
    }
    List<String> some = values.stream().filter(value -> !value.isEmpty()).toList();
    if (texts.excluded() && some.size() < values.size()) {
      return List.of(
          some.size() == 1
              ? matcher(label, "!=", some.get(0))
              : matcher(label, "!~", alternatives(some)),
          matcher(label, "!=", ""));
    }
    return List.of(matcher(label, texts.excluded() ? "!~" : "=~", alternatives(values)));
  }

  /** Returns {@code label operator "value"}. */
  static String matcher(String label, String operator, String value) {
    return label + operator + quoted(value);
  }

  private static String alternatives(List<String> values) {
    return values.stream().map(PromQl::literally).collect(Collectors.joining("|"));
  }

  /** Returns a regular expression of RE2 that matches exactly the text. */
  static String literally(String text) {
    return text.replaceAll("[\\\\.+*?()|\\[\\]{}^$]", "\\\\$0");
  }

  /** Returns a string literal. */
  static String quoted(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                literal.append('\\').appendCodePoint(c);
              } else if (Character.isISOControl(c) || isLineBreak(c)) {
                literal.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                literal.appendCodePoint(c);
              }
            });
    return literal.append('"').toString();
  }

  private static boolean isLineBreak(int c) {
    int type = Character.getType(c);
    return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
  }
}
