package dev.burnline.serve.engine.sampling;

import java.util.Arrays;
import java.util.BitSet;

/** The distinct tokens of prompt and answer, for the repetition penalty. */
final class SeenTokens {

  private final BitSet seen = new BitSet();
  private int[] distinct = new int[64];
  private int count;

  void add(int token) {
    if (seen.get(token)) {
      return;
    }
    seen.set(token);
    if (count == distinct.length) {
      distinct = Arrays.copyOf(distinct, 2 * count);
    }
    distinct[count++] = token;
  }

  /**
   * Makes each seen token less likely: a score above 0 is divided by the penalty, one below is
   * multiplied with it, once however often the token was seen, as Hugging Face transformers does.
   */
  void penalise(double[] scores, double penalty) {
    for (int i = 0; i < count; i++) {
      int token = distinct[i];
      scores[token] = scores[token] < 0 ? scores[token] * penalty : scores[token] / penalty;
    }
  }
}
