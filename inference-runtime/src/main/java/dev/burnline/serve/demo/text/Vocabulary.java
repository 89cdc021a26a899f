package dev.burnline.serve.demo.text;

import java.util.List;

/** The demo model's tokens: one for each byte by its value, and then a few marks. */
public final class Vocabulary {

  /** Ends a text. */
  public static final int END_OF_TEXT = 256;

  /** Begins a message. */
  public static final int MESSAGE_START = 257;

  /** Ends a message, and with it an answer. */
  public static final int MESSAGE_END = 258;

  /** Begins the reasoning. */
  public static final int THINK = 259;

  /** Ends the reasoning. */
  public static final int THINK_END = 260;

  private static final List<String> MARKS =
      List.of("<|endoftext|>", "<|im_start|>", "<|im_end|>", "<think>", "</think>");

  private Vocabulary() {}

  /** Returns how many tokens there are. */
  public static int size() {
    return END_OF_TEXT + MARKS.size();
  }

  /** Returns how the marks are written, from {@link #END_OF_TEXT} on. */
  public static List<String> marks() {
    return MARKS;
  }
}
