package dev.burnline.serve.engine.sampling;

/**
 * Working memory that the samplers of one thread share, about 20 bytes for each token of the
 * vocabulary.
 */
public final class SamplerMemory {

  final double[] scores;
  final double[] weights;
  final int[] ids;

  /** Makes room for logits of this length, at least 1. */
  public SamplerMemory(int vocabulary) {
    if (vocabulary < 1) {
      throw new IllegalArgumentException("vocabulary must be at least 1, got " + vocabulary);
    }
    scores = new double[vocabulary];
    weights = new double[vocabulary];
    ids = new int[vocabulary];
  }

  /** Returns how many token ids there are. */
  int vocabulary() {
    return scores.length;
  }
}
