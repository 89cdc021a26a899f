package dev.burnline.serve.engine.repetition;

import java.util.Arrays;

/**
 * Watches the tokens of one answer. For each period it keeps how many of the last tokens are the
 * same as the one a period before; that costs a fixed number of comparisons for each token (see
 * {@link RepetitionRule#longestPeriod}), so the whole is linear in the answer.
 */
public final class RepetitionWatch {

  private static final int GRAM = 4;

  private final RepetitionRule rule;
  private final int[] sameAsPeriodBefore;
  private int[] tokens = new int[64];
  private int size;

  /** Begins an answer. */
  public RepetitionWatch(RepetitionRule rule) {
    this.rule = rule;
    this.sameAsPeriodBefore = new int[rule.longestPeriod() + 1];
  }

  /** Takes the next token and returns whether the answer repeats itself without end. */
  public boolean add(int token) {
    if (size == tokens.length) {
      tokens = Arrays.copyOf(tokens, 2 * size);
    }
    tokens[size] = token;
    int longest = Math.min(rule.longestPeriod(), size);
    int most = 0;
    for (int period = 1; period <= longest; period++) {
      int same = tokens[size - period] == token ? sameAsPeriodBefore[period] + 1 : 0;
      sameAsPeriodBefore[period] = same;
      most = Math.max(most, same);
    }
    size++;
    return most + (long) rule.longestPeriod() >= rule.fewestTokens() && endless(longest);
  }

  private boolean endless(int longest) {
    for (int period = 1; period <= longest; period++) {
      if (sameAsPeriodBefore[period] + (long) period >= rule.tokensOf(period)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns how much of the answer repeats itself, 0 to 1: of its rows of 4 tokens, the share that
   * were there before (seq-rep-4 of <a href="https://arxiv.org/abs/1908.04319">Welleck et al.</a>).
   * 0 for an answer of fewer than 5 tokens. Rows are told apart by 64 bits of hash.
   */
  public double ratio() {
    int grams = size - GRAM + 1;
    if (grams < 2) {
      return 0;
    }
    long[] hashes = new long[grams];
    for (int i = 0; i < grams; i++) {
      for (int j = i; j < i + GRAM; j++) {
        hashes[i] = mix(hashes[i] + tokens[j] + 1);
      }
    }
    Arrays.sort(hashes);
    int repeated = 0;
    for (int i = 1; i < grams; i++) {
      if (hashes[i] == hashes[i - 1]) {
        repeated++;
      }
    }
    return (double) repeated / grams;
  }

  /** Spreads the bits of a value over all 64 (the finisher of SplitMix64). */
  private static long mix(long value) {
    long mixed = value * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
