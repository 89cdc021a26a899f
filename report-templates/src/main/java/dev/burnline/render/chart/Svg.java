package dev.burnline.render.chart;

/**
 * Writes SVG: markup of our own, with values put in for {@code {}}. Every value is escaped for text
 * and quoted attributes; a number is written in at most two decimals.
 */
final class Svg {

  private final StringBuilder out = new StringBuilder(1 << 13);

  /** Adds markup; each {@code {}} takes the next value. */
  Svg add(String markup, Object... values) {
    int from = 0;
    for (Object value : values) {
      int place = markup.indexOf("{}", from);
      out.append(markup, from, place);
      escape(value instanceof Double number ? num(number) : value.toString());
      from = place + 2;
    }
    out.append(markup, from, markup.length());
    return this;
  }

  /** Adds markup that another writer has finished. */
  Svg finished(String markup) {
    out.append(markup);
    return this;
  }

  /** At most two decimals, as short as possible. */
  static String num(double value) {
    long hundredths = Math.round(value * 100);
    String sign = hundredths < 0 ? "-" : "";
    long size = Math.abs(hundredths);
    long rest = size % 100;
    String whole = sign + size / 100;
    if (rest == 0) {
      return whole;
    }
    return whole + (rest < 10 ? ".0" : ".") + (rest % 10 == 0 ? rest / 10 : rest);
  }

  /** A share as a percentage, by which things find their place at any width. */
  static String pct(double share) {
    return num(share * 100) + "%";
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
