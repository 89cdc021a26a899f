package dev.burnline.slo.openslo;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads numbers exactly. */
final class Decimals {

  private static final int LONGEST = 60;

  private Decimals() {}

  /**
   * Returns the number; empty when it is none, not finite as a double, or absurdly long. A hostile
   * exponent would make exact arithmetic run for minutes.
   */
  static Optional<BigDecimal> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      BigDecimal number = new BigDecimal(text);
      boolean isSmall = Math.abs((long) number.precision() - number.scale()) < 400;
      return isSmall && Double.isFinite(number.doubleValue())
          ? Optional.of(number)
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
