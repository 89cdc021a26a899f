package dev.burnline.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;

/**
 * Packs pieces of work into tasks of about equal weight, so that many small files cost few tasks.
 */
final class TaskBins {

  /** What opening one more file is worth, in bytes read. */
  private static final long FIXED_WEIGHT = 1 << 18;

  private TaskBins() {}

  /**
   * Packs greedily, the heaviest first into the lightest bin.
   *
   * @param most upper bound of the number of bins
   * @return bins that are not empty
   */
  static <T> List<List<T>> pack(List<T> work, int most, ToLongFunction<T> weight) {
    PriorityQueue<Bin<T>> bins = new PriorityQueue<>(Comparator.comparingLong(bin -> bin.weight));
    for (int i = 0; i < Math.min(most, work.size()); i++) {
      bins.add(new Bin<>());
    }
    List<T> heaviestFirst = new ArrayList<>(work);
    heaviestFirst.sort(Comparator.comparingLong(weight).reversed());
    for (T piece : heaviestFirst) {
      Bin<T> lightest = bins.remove();
      lightest.pieces.add(piece);
      lightest.weight += weight.applyAsLong(piece) + FIXED_WEIGHT;
      bins.add(lightest);
    }
    return bins.stream().map(bin -> bin.pieces).toList();
  }

  private static final class Bin<T> {
    private final List<T> pieces = new ArrayList<>();
    private long weight;
  }
}
