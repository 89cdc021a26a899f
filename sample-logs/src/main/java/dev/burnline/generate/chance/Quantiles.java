package dev.burnline.generate.chance;

/** A distribution known by some of its quantiles, straight lines in between. */
public final class Quantiles {

  private final int[] perMille;
  private final double[] values;

  /**
   * Takes a table.
   *
   * @param perMille ascending, from 0 to 1000
   * @param values never falling, one for each entry of {@code perMille}
   */
  public Quantiles(int[] perMille, double[] values) {
    this.perMille = perMille.clone();
    this.values = values.clone();
    int last = perMille.length - 1;
    if (last < 1
        || values.length != perMille.length
        || perMille[0] != 0
        || perMille[last] != 1000) {
      throw new IllegalArgumentException("quantiles: need one value each from 0 to 1000 per mille");
    }
    for (int i = 1; i <= last; i++) {
      if (perMille[i] <= perMille[i - 1] || values[i] < values[i - 1]) {
        throw new IllegalArgumentException("quantiles: entry " + i + " does not ascend");
      }
    }
  }

  /** Returns the value below which the given share of draws lies; {@code share} in [0, 1]. */
  public double at(double share) {
    double rank = share * 1000;
    int i = 1;
    while (perMille[i] < rank) {
      i++;
    }
    double within = (rank - perMille[i - 1]) / (perMille[i] - perMille[i - 1]);
    return values[i - 1] + within * (values[i] - values[i - 1]);
  }
}
