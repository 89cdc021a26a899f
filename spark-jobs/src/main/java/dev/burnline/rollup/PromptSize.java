package dev.burnline.rollup;

/** Classes of input lengths in tokens, few enough to tell bad events apart by. Shortest first. */
public enum PromptSize {
  /** The line carries no input length. */
  UNKNOWN("unknown"),
  UNDER_256("under 256 tokens"),
  UNDER_1K("256 to 1023 tokens"),
  UNDER_4K("1024 to 4095 tokens"),
  UNDER_16K("4096 to 16383 tokens"),
  FROM_16K("16384 tokens or more");

  private final String label;

  PromptSize(String label) {
    this.label = label;
  }

  /** Returns the class of an input length; NaN stands for an absent one. */
  public static PromptSize of(double tokens) {
    if (Double.isNaN(tokens)) {
      return UNKNOWN;
    }
    if (tokens < 1024) {
      return tokens < 256 ? UNDER_256 : UNDER_1K;
    }
    if (tokens < 4096) {
      return UNDER_4K;
    }
    return tokens < 16_384 ? UNDER_16K : FROM_16K;
  }

  /** Returns the class for readers. */
  public String label() {
    return label;
  }
}
