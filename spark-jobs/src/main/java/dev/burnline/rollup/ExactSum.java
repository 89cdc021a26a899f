package dev.burnline.rollup;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * A sum of non-negative doubles that does not depend on their order: fixed point with 64 bits
 * behind the point, so every double of at least 2^-12 is added without any rounding and smaller
 * ones are off by less than 2^-64. Holds sums below 2^63.
 *
 * <p>Plain double addition is not associative; the same log cut into other splits would end with
 * another mean in its last digits.
 */
public final class ExactSum implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final double TWO_POW_64 = 0x1p64;
  private static final double TWO_POW_63 = 0x1p63;

  private long whole;
  private long fraction;

  /** Creates a sum of 0. */
  public ExactSum() {}

  /** Creates a sum from the two words that {@link #whole()} and {@link #fraction()} gave. */
  public ExactSum(long whole, long fraction) {
    this.whole = whole;
    this.fraction = fraction;
  }

  /** Adds a value from 0 to below 2^63; greater ones count as 2^63 - 1. */
  public void add(double value) {
    long floor = (long) value;
    double rest = (value - floor) * TWO_POW_64;
    addWords(floor, rest < TWO_POW_63 ? (long) rest : (long) (rest - TWO_POW_63) + Long.MIN_VALUE);
  }

  /** Adds the other sum. */
  public void add(ExactSum other) {
    addWords(other.whole, other.fraction);
  }

  private void addWords(long addedWhole, long addedFraction) {
    long sum = fraction + addedFraction;
    long carry = Long.compareUnsigned(sum, fraction) < 0 ? 1 : 0;
    fraction = sum;
    whole += addedWhole + carry;
    if (whole < 0) {
      // Beyond 2^63 of anything that a log counts, a stuck maximum is the honest answer.
      whole = Long.MAX_VALUE;
    }
  }

  /** Returns the integer part. */
  public long whole() {
    return whole;
  }

  /** Returns the 64 bits behind the binary point. */
  public long fraction() {
    return fraction;
  }

  /** Returns the sum as a double, rounded once. */
  public double toDouble() {
    return exact().doubleValue();
  }

  /** Returns sum over {@code count}, rounded once; {@code count} must be positive. */
  public double mean(long count) {
    if (count <= 0) {
      throw new IllegalArgumentException("count must be positive, got " + count);
    }
    return exact().divide(BigDecimal.valueOf(count), MathContext.DECIMAL128).doubleValue();
  }

  /** Returns the sum itself. */
  public BigDecimal exact() {
    BigDecimal unsignedFraction = new BigDecimal(new BigInteger(Long.toUnsignedString(fraction)));
    return BigDecimal.valueOf(whole)
        .add(unsignedFraction.divide(new BigDecimal(BigInteger.ONE.shiftLeft(64))));
  }
}
