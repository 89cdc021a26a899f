package dev.burnline.serve.text;

import dev.burnline.serve.text.JinjaTag.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a template in Jinja apart. Comments are left out, and blanks around tags as Hugging Face
 * does: with {@code trim_blocks} and {@code lstrip_blocks}.
 */
final class JinjaTags {

  private final String source;
  private final List<JinjaTag> tags = new ArrayList<>();

  private JinjaTags(String source) {
    this.source = source;
  }

  /** Returns the parts in order; a tag that is not closed is text. */
  static List<JinjaTag> of(String source) {
    JinjaTags tags = new JinjaTags(source);
    tags.split();
    return List.copyOf(tags.tags);
  }

  private void split() {
    int from = 0;
    boolean trims = false;
    for (int open = opening(0); open < source.length(); open = opening(from)) {
      boolean block = source.charAt(open + 1) != '{';
      int close = closing(open);
      if (close < 0) {
        break;
      }
      char before = source.charAt(open + 2);
      char after = source.charAt(close - 1);
      text(from, open, trims, before == '-', block && before != '+');
      int begin = before == '-' || before == '+' ? open + 3 : open + 2;
      if (source.charAt(open + 1) != '#') {
        int end = after == '-' || after == '+' ? close - 1 : close;
        Kind kind = block ? Kind.STATEMENT : Kind.OUTPUT;
        tags.add(
            new JinjaTag(kind, source.substring(begin, Math.max(begin, end)).strip(), line(open)));
      }
      from = close + 2;
      trims = after == '-';
      if (block && after != '+' && source.startsWith("\n", from)) {
        from++;
      }
    }
    text(from, source.length(), trims, false, false);
  }

  private void text(int from, int to, boolean trimsStart, boolean trimsEnd, boolean trimsIndent) {
    String text = source.substring(from, to);
    if (trimsIndent) {
      int end = text.length();
      while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
        end--;
      }
      if (from + end == 0 || source.charAt(from + end - 1) == '\n') {
        text = text.substring(0, end);
      }
    }
    text = trimsStart ? text.stripLeading() : text;
    text = trimsEnd ? text.stripTrailing() : text;
    if (!text.isEmpty()) {
      tags.add(new JinjaTag(Kind.TEXT, text, line(from)));
    }
  }

  private int opening(int from) {
    int at = from;
    while (at < source.length()
        && !(source.startsWith("{{", at)
            || source.startsWith("{%", at)
            || source.startsWith("{#", at))) {
      at++;
    }
    return at;
  }

  /** Returns where the mark is that closes a tag, outside of literals; -1 without one. */
  private int closing(int open) {
    char kind = source.charAt(open + 1);
    String mark = kind == '{' ? "}}" : kind + "}";
    if (kind == '#') {
      return source.indexOf(mark, open + 2);
    }
    for (int at = open + 2; at < source.length(); at++) {
      char c = source.charAt(at);
      if (c == '\'' || c == '"') {
        for (at++; at < source.length() && source.charAt(at) != c; at++) {
          at += source.charAt(at) == '\\' ? 1 : 0;
        }
      } else if (source.startsWith(mark, at)) {
        return at;
      }
    }
    return -1;
  }

  private int line(int place) {
    return (int) source.substring(0, place).chars().filter(c -> c == '\n').count() + 1;
  }
}
