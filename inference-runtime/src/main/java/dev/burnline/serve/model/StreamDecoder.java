package dev.burnline.serve.model;

/** Turns tokens into text as they come. */
public interface StreamDecoder {

  /**
   * Returns the text that this token completes: empty while a character is not yet whole, and for
   * special tokens that are not text. {@code <think>} and {@code </think>} are text, whether they
   * are special tokens of the model or not.
   */
  String next(int token);

  /** Returns what is left; a character that never became whole is U+FFFD. */
  String end();
}
