package dev.burnline.serve.engine.sampling;

/**
 * Token ids by their weights, the greatest first and among equals the lower id. They are put in
 * order only as far as a question needs (quickselect), so that a question is linear in their number
 * also when very many tokens are about equally likely.
 */
final class MostLikely {

  private final double[] weights;
  private final int[] ids;
  private int size;

  /**
   * Takes the tokens whose weights are at least this.
   *
   * @param weights not negative
   * @param ids working memory of at least the same length
   * @param least above 0
   */
  MostLikely(double[] weights, int[] ids, double least) {
    this.weights = weights;
    this.ids = ids;
    for (int id = 0; id < weights.length; id++) {
      if (weights[id] >= least) {
        ids[size++] = id;
      }
    }
  }

  /** Keeps so many, or all that there are, and returns the sum of their weights. */
  double keep(int most) {
    cut(most, Double.POSITIVE_INFINITY);
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += weights[ids[i]];
    }
    return sum;
  }

  /** Keeps as few as have this sum of weights, or all. */
  void keepSum(double enough) {
    cut(size, enough);
  }

  /** Returns the least likely of those that are kept; there is always one. */
  int last() {
    int last = ids[0];
    for (int i = 1; i < size; i++) {
      if (before(last, ids[i])) {
        last = ids[i];
      }
    }
    return last;
  }

  private void cut(int most, double enough) {
    int from = 0;
    int to = size;
    double sumBefore = 0;
    while (from < to) {
      int pivotAt = partition(from, to);
      double sum = sumBefore;
      for (int i = from; i < pivotAt; i++) {
        sum += weights[ids[i]];
      }
      if (pivotAt >= most || sum >= enough) {
        to = pivotAt;
      } else {
        sumBefore = sum + weights[ids[pivotAt]];
        from = pivotAt + 1;
        if (from >= most || sumBefore >= enough) {
          to = from;
        }
      }
    }
    size = Math.max(1, from);
  }

  /** Puts those before a pivot to its left and returns where the pivot is then. */
  private int partition(int from, int to) {
    int last = to - 1;
    swap(from + Integer.remainderUnsigned(31 * to + 0x9E3779B9 * from, to - from), last);
    int pivot = ids[last];
    int at = from;
    for (int i = from; i < last; i++) {
      if (before(ids[i], pivot)) {
        swap(i, at++);
      }
    }
    swap(at, last);
    return at;
  }

  private void swap(int a, int b) {
    int id = ids[a];
    ids[a] = ids[b];
    ids[b] = id;
  }

  private boolean before(int a, int b) {
    return weights[a] > weights[b] || (weights[a] == weights[b] && a < b);
  }
}
