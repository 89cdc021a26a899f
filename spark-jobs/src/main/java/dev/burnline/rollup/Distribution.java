package dev.burnline.rollup;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * The distribution of a quantity: count, sum and extremes exact, quantiles within 0.5 %. Mergeable;
 * a merge in any order and grouping gives the same distribution.
 */
public final class Distribution implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Histogram histogram;
  private final ExactSum sum;
  private long count;
  private double min;
  private double max;

  /** Creates an empty distribution. */
  public Distribution() {
    this(0, new ExactSum(), Double.POSITIVE_INFINITY, 0, new Histogram());
  }

  /** Creates a distribution from its parts; they are taken over, not copied. */
  public Distribution(long count, ExactSum sum, double min, double max, Histogram histogram) {
    this.count = count;
    this.sum = requireNonNull(sum, "sum is null");
    this.min = min;
    this.max = max;
    this.histogram = requireNonNull(histogram, "histogram is null");
  }

  /** Counts a value; NaN stands for an absent one and is ignored. */
  public void add(double value) {
    if (Double.isNaN(value)) {
      return;
    }
    count++;
    sum.add(value);
    min = Math.min(min, value);
    max = Math.max(max, value);
    histogram.add(value);
  }

  /** Adds the other distribution. */
  public void add(Distribution other) {
    count += other.count;
    sum.add(other.sum);
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
    histogram.add(other.histogram);
  }

  /** Returns how many values were counted. */
  public long count() {
    return count;
  }

  /** Returns whether nothing was counted. */
  public boolean isEmpty() {
    return count == 0;
  }

  /** Returns the exact sum. */
  public ExactSum sum() {
    return sum;
  }

  /** Returns the histogram of the values. */
  public Histogram histogram() {
    return histogram;
  }

  /** Returns the smallest value; positive infinity when empty. */
  public double min() {
    return min;
  }

  /** Returns the greatest value; 0 when empty. */
  public double max() {
    return max;
  }

  /** Returns the exact mean; must not be empty. */
  public double mean() {
    return sum.mean(count);
  }

  /**
   * Returns the value of rank {@code ceil(perMille · n / 1000)} in ascending order within 0.5 %.
   *
   * @param perMille 1 to 1000; 1000 is the maximum
   * @throws IllegalStateException when empty
   */
  public double quantile(int perMille) {
    double middle = histogram.quantile(perMille);
    return Math.max(min, Math.min(max, middle));
  }
}
