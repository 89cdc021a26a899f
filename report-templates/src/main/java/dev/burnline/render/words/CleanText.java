package dev.burnline.render.words;

/**
 * Makes text from logs and files harmless to look at.
 *
 * <p>Control, bidirectional and zero-width characters are written out as {@code \\u{202e}}: a name
 * that hides something should look like it. Escaping for HTML or CSV is not done here.
 */
final class CleanText {

  private static final String CUT = "…";

  private CleanText() {}

  /**
   * Returns the text in at most {@code maxCodePoints} code points of the original, with an ellipsis
   * where it was cut.
   */
  static String of(String text, int maxCodePoints) {
    var clean = new StringBuilder(Math.min(text.length(), maxCodePoints) + 8);
    int taken = 0;
    for (int i = 0; i < text.length(); taken++) {
      if (taken == maxCodePoints) {
        return clean.append(CUT).toString();
      }
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (codePoint == '\n' || codePoint == '\r' || codePoint == '\t') {
        clean.append(' ');
      } else if (isHidden(codePoint)) {
        clean.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
      } else {
        clean.appendCodePoint(codePoint);
      }
    }
    return clean.toString();
  }

  private static boolean isHidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> isBlankLetter(codePoint);
    };
  }

  /** Letters and marks that have no glyph: joiners, Hangul and Khmer fillers, selectors. */
  private static boolean isBlankLetter(int codePoint) {
    return codePoint == 0x034F
        || codePoint == 0x115F
        || codePoint == 0x1160
        || codePoint == 0x17B4
        || codePoint == 0x17B5
        || codePoint == 0x2800
        || codePoint == 0x3164
        || codePoint == 0xFFA0
        || (codePoint >= 0x180B && codePoint <= 0x180F)
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
  }
}
