package dev.burnline.deliver;

/** Text of others, such as a server's reply, made fit for one line of a terminal or log. */
final class Printable {

  private static final int MAX_CODE_POINTS = 300;

  private Printable() {}

  /**
   * Line ends and control characters become a space; what is longer than 300 code points is cut.
   */
  static String of(String text) {
    StringBuilder line = new StringBuilder();
    text.strip()
        .codePoints()
        .limit(MAX_CODE_POINTS)
        .map(c -> isPrintable(c) ? c : ' ')
        .forEach(line::appendCodePoint);
    return line.toString();
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}
