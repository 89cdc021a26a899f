package dev.burnline.serve.engine.sampling;

/**
 * Token ids from the greatest weight down, the lower id first among equals. Only as many are put in
 * order as are asked for: weights are taken band by band, each a heap of its own, since the few ids
 * that matter are nearly always in the first.
 */
final class Descending {

  private static final double[] BAND_FLOORS = {1e-3, 1e-6, 1e-12, Double.MIN_VALUE};

  private final double[] weights;
  private final int[] heap;
  private int size;
  private int band = -1;

  /**
   * Begins at the greatest weight.
   *
   * @param weights 0 to 1, the greatest of them 1
   * @param heap working memory of at least the same length
   */
  Descending(double[] weights, int[] heap) {
    this.weights = weights;
    this.heap = heap;
  }

  /** Returns the next id with a weight above 0, or -1 when there is none left. */
  int next() {
    while (size == 0) {
      if (++band >= BAND_FLOORS.length) {
        return -1;
      }
      fill();
    }
    int top = heap[0];
    heap[0] = heap[--size];
    sink(0);
    return top;
  }

  private void fill() {
    double floor = BAND_FLOORS[band];
    double ceiling = band == 0 ? Double.POSITIVE_INFINITY : BAND_FLOORS[band - 1];
    for (int id = 0; id < weights.length; id++) {
      if (weights[id] >= floor && weights[id] < ceiling) {
        heap[size++] = id;
      }
    }
    for (int i = size / 2 - 1; i >= 0; i--) {
      sink(i);
    }
  }

  private void sink(int from) {
    int parent = from;
    while (2 * parent + 1 < size) {
      int child = 2 * parent + 1;
      if (child + 1 < size && before(heap[child + 1], heap[child])) {
        child++;
      }
      if (!before(heap[child], heap[parent])) {
        return;
      }
      int swapped = heap[parent];
      heap[parent] = heap[child];
      heap[child] = swapped;
      parent = child;
    }
  }

  private boolean before(int a, int b) {
    return weights[a] > weights[b] || (weights[a] == weights[b] && a < b);
  }
}
