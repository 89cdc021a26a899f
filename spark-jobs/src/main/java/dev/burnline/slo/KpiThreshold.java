package dev.burnline.slo;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a key indicator of a service becomes a breach.
 *
 * @param threshold the last value that is no breach, in the indicator's unit
 */
public record KpiThreshold(Name name, Comparison comparison, BigDecimal threshold) {

  public KpiThreshold {
    requireNonNull(name, "name is null");
    requireNonNull(comparison, "comparison is null");
    requireNonNull(threshold, "threshold is null");
  }

  /** Returns whether a finite value is beyond the threshold. */
  public boolean breachedBy(double value) {
    int order = new BigDecimal(value).compareTo(threshold);
    return switch (comparison) {
      case ABOVE -> order > 0;
      case BELOW -> order < 0;
    };
  }

  /** The key indicators; {@link #key()} is their name in files. */
  public enum Name {
    P95_LATENCY_MS,
    OUTPUT_THROUGHPUT_TPS,
    MEAN_INPUT_TOKENS,
    ERROR_RATE,
    GPU_MEMORY_USED_RATIO;

    /** Returns the name in the SLO file and in reports. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the indicator of this name. */
    public static Optional<Name> ofKey(String key) {
      for (Name name : values()) {
        if (name.key().equals(key)) {
          return Optional.of(name);
        }
      }
      return Optional.empty();
    }
  }

  /** On which side of the threshold a value is a breach. */
  public enum Comparison {
    ABOVE(">"),
    BELOW("<");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    /** Returns the sign in the SLO file and in reports. */
    public String sign() {
      return sign;
    }
  }
}
