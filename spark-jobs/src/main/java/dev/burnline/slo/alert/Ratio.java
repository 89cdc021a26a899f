package dev.burnline.slo.alert;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Holds bad events against a share of others, exactly and without allocation. */
abstract sealed class Ratio {

  /** Makes the ratio {@code numerator / denominator}; the denominator is above 0. */
  static Ratio of(BigDecimal numerator, BigDecimal denominator) {
    int scale = Math.max(0, Math.max(numerator.scale(), denominator.scale()));
    BigInteger over = numerator.movePointRight(scale).toBigIntegerExact();
    BigInteger under = denominator.movePointRight(scale).toBigIntegerExact();
    BigInteger common = over.gcd(under);
    BigInteger reducedOver = over.divide(common);
    BigInteger reducedUnder = under.divide(common);
    boolean fits =
        reducedOver.signum() >= 0 && reducedOver.bitLength() < 64 && reducedUnder.bitLength() < 64;
    return fits
        ? new Narrow(reducedOver.longValueExact(), reducedUnder.longValueExact())
        : new Wide(reducedOver, reducedUnder);
  }

  /** Compares {@code part} with the ratio times {@code whole}; neither is negative. */
  abstract int compare(long part, long whole);

  /** Any usual ratio: products of 128 bits. */
  private static final class Narrow extends Ratio {

    private final long numerator;
    private final long denominator;

    Narrow(long numerator, long denominator) {
      this.numerator = numerator;
      this.denominator = denominator;
    }

    @Override
    int compare(long part, long whole) {
      int high =
          Long.compare(Math.multiplyHigh(part, denominator), Math.multiplyHigh(whole, numerator));
      return high != 0 ? high : Long.compareUnsigned(part * denominator, whole * numerator);
    }
  }

  /** Thresholds with absurdly many digits, and negative ones. */
  private static final class Wide extends Ratio {

    private final BigInteger numerator;
    private final BigInteger denominator;

    Wide(BigInteger numerator, BigInteger denominator) {
      this.numerator = numerator;
      this.denominator = denominator;
    }

    @Override
    int compare(long part, long whole) {
      return BigInteger.valueOf(part)
          .multiply(denominator)
          .compareTo(BigInteger.valueOf(whole).multiply(numerator));
    }
  }
}
