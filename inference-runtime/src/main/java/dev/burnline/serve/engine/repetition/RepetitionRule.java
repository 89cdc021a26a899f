package dev.burnline.serve.engine.repetition;

/**
 * When an answer is taken to repeat itself without end: its last tokens are one row of at most
 * {@code longestPeriod} tokens said again and again, exactly, at least {@code fewestRepeats} times
 * and for at least {@code fewestTokens} tokens. A list or table goes on only as long as a number or
 * word in each line differs from the line before; then there is no exact period.
 *
 * @param fewestTokens how many tokens the repetition covers at least, at least 2
 * @param fewestRepeats how often the row is said at least, at least 2
 * @param longestPeriod most tokens in the row, at least 1; the cost of one token is proportional
 */
public record RepetitionRule(int fewestTokens, int fewestRepeats, int longestPeriod) {

  public RepetitionRule {
    if (fewestTokens < 2) {
      throw new IllegalArgumentException("fewestTokens must be at least 2, got " + fewestTokens);
    }
    if (fewestRepeats < 2) {
      throw new IllegalArgumentException("fewestRepeats must be at least 2, got " + fewestRepeats);
    }
    if (longestPeriod < 1) {
      throw new IllegalArgumentException("longestPeriod must be at least 1, got " + longestPeriod);
    }
  }

  /**
   * Returns the rule for a model of this context: an eighth of it, but 64 to 400 tokens, said at
   * least 6 times, in rows of at most 512 tokens.
   */
  public static RepetitionRule forContext(int contextTokens) {
    return new RepetitionRule(Math.max(64, Math.min(400, contextTokens / 8)), 6, 512);
  }

  /** Returns how many tokens in this period make an endless repetition. */
  long tokensOf(int period) {
    return Math.max(fewestTokens, (long) fewestRepeats * period);
  }
}
