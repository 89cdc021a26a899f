package dev.burnline.serve.engine.sampling;

/** Looks at the scores of a whole vocabulary. */
final class Logits {

  private Logits() {}

  /**
   * Returns the first position of the greatest logit.
   *
   * @throws IllegalStateException when there are more or fewer than expected, or one is not finite
   */
  static int greatest(float[] logits, int expected) {
    if (logits.length != expected) {
      throw new IllegalStateException(
          "the model gave " + logits.length + " logits for a vocabulary of " + expected);
    }
    int best = 0;
    for (int i = 0; i < logits.length; i++) {
      if (!Float.isFinite(logits[i])) {
        throw new IllegalStateException(
            "the model's logit of token " + i + " is not finite: " + logits[i]);
      }
      if (logits[i] > logits[best]) {
        best = i;
      }
    }
    return best;
  }

  /** Returns the first position of the greatest of some finite scores. */
  static int greatest(double[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      if (scores[i] > scores[best]) {
        best = i;
      }
    }
    return best;
  }
}
