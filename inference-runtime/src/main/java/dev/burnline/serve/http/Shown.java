package dev.burnline.serve.http;

/** Values of a client, as messages show them. */
final class Shown {

  private static final int MAX_CHARS = 100;

  private Shown() {}

  /** Returns a short line of text without control characters. */
  static String of(String value) {
    StringBuilder line = new StringBuilder();
    value
        .codePoints()
        .limit(MAX_CHARS + 1)
        .forEach(
            c -> {
              int type = Character.getType(c);
              boolean invisible =
                  Character.isISOControl(c)
                      || type == Character.SURROGATE
                      || type == Character.FORMAT
                      || type == Character.LINE_SEPARATOR
                      || type == Character.PARAGRAPH_SEPARATOR;
              line.appendCodePoint(invisible ? '?' : c);
            });
    return line.codePointCount(0, line.length()) > MAX_CHARS
        ? line.substring(0, line.offsetByCodePoints(0, MAX_CHARS)) + "..."
        : line.toString();
  }
}
