package dev.burnline.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sums, means and percentiles without approximation. */
final class Exact {

  private Exact() {}

  /** Returns the values that are there, in ascending order. */
  static List<Double> sorted(
      List<OracleRequest> requests, Function<OracleRequest, @Nullable Double> field) {
    return requests.stream().map(field).filter(Objects::nonNull).sorted().toList();
  }

  static BigDecimal sum(List<Double> values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (double value : values) {
      sum = sum.add(new BigDecimal(value));
    }
    return sum;
  }

  static @Nullable Double mean(List<Double> values) {
    return values.isEmpty() ? null : quotient(sum(values), BigDecimal.valueOf(values.size()));
  }

  /** Returns the nearest double to dividend over divisor; null when the divisor is 0. */
  static @Nullable Double quotient(BigDecimal dividend, BigDecimal divisor) {
    return divisor.signum() == 0
        ? null
        : (Double) dividend.divide(divisor, MathContext.DECIMAL128).doubleValue();
  }

  /** Returns the value of rank ceil(p * n) of ascending values; null when there are none. */
  static @Nullable Double percentile(List<Double> ascending, int perMille) {
    if (ascending.isEmpty()) {
      return null;
    }
    long rank = ((long) perMille * ascending.size() + 999) / 1000;
    return ascending.get((int) rank - 1);
  }
}
