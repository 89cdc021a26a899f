package dev.burnline.serve.bench.result;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Values of one kind, all of them kept, so that every percentile is exact. */
public final class Distribution {

  private final double[] ascending;

  /** Creates a distribution; there may be no value. */
  Distribution(DoubleStream values) {
    ascending = values.sorted().toArray();
  }

  /** Returns how many values there are. */
  public int count() {
    return ascending.length;
  }

  /**
   * Returns the least value that at least this share of all values does not exceed (nearest rank);
   * absent without values.
   *
   * @param perMille 1 to 1000
   */
  public OptionalDouble percentile(int perMille) {
    if (perMille < 1 || perMille > 1000) {
      throw new IllegalArgumentException("perMille must be in 1..1000, got " + perMille);
    }
    if (ascending.length == 0) {
      return OptionalDouble.empty();
    }
    long rank = ((long) perMille * ascending.length + 999) / 1000;
    return OptionalDouble.of(ascending[(int) rank - 1]);
  }

  /** Returns the mean; absent without values. */
  public OptionalDouble mean() {
    return Arrays.stream(ascending).average();
  }

  /** Returns the greatest value; absent without values. */
  public OptionalDouble max() {
    return percentile(1000);
  }
}
