package dev.burnline.serve.text;

/**
 * A token that stands beside the trained ones.
 *
 * @param id its number
 * @param text how tokenizer.json writes it
 * @param special whether tokenizer.json says that it is no text
 */
record AddedToken(int id, String text, boolean special) {

  /** Where the reasoning begins. */
  static final String THINK = "<think>";

  /** Where the reasoning ends. */
  static final String END_THINK = "</think>";

  /**
   * Returns whether it is never text in an answer: special, or written like one. DeepSeek's {@code
   * <｜User｜>} is not marked as special.
   */
  boolean control() {
    if (text.equals(THINK) || text.equals(END_THINK)) {
      return false;
    }
    return special
        || (text.startsWith("<|") && text.endsWith("|>"))
        || (text.startsWith("<｜") && text.endsWith("｜>"));
  }
}
