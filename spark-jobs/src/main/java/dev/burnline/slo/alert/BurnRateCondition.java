package dev.burnline.slo.alert;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * An alert condition as OpenSLO has it: a burn rate over one lookback, beyond a threshold for some
 * time.
 *
 * @param severity whom the alert is for
 * @param operator how the burn rate compares with the threshold when the condition holds
 * @param threshold a burn rate
 * @param lookback whole minutes, at least one
 * @param alertAfter how long the condition holds before the alert fires; whole minutes, may be zero
 * @param triggers what the policy lets the alert fire for
 * @see <a href="https://github.com/OpenSLO/OpenSLO#alertcondition">OpenSLO, AlertCondition</a>
 */
public record BurnRateCondition(
    BurnRatePair.Severity severity,
    Operator operator,
    BigDecimal threshold,
    Duration lookback,
    Duration alertAfter,
    Set<Trigger> triggers) {

  public BurnRateCondition {
    requireNonNull(severity, "severity is null");
    requireNonNull(operator, "operator is null");
    requireNonNull(threshold, "threshold is null");
    triggers = Set.copyOf(triggers);
    if (lookback.toMinutes() < 1) {
      throw new IllegalArgumentException("lookback must be at least a minute, got " + lookback);
    }
    if (alertAfter.isNegative()) {
      throw new IllegalArgumentException("alertAfter must not be negative, got " + alertAfter);
    }
  }

  /** What an alert fires for. */
  public enum Trigger {
    /** The condition holds. */
    BREACHING,
    /** There has been data, and the lookback has none. */
    NO_DATA
  }

  /** The comparisons; {@link #key()} is their name in OpenSLO. */
  public enum Operator {
    AT_LEAST("gte"),
    ABOVE("gt"),
    AT_MOST("lte"),
    BELOW("lt");

    private final String key;

    Operator(String key) {
      this.key = key;
    }

    /** Returns the name in OpenSLO. */
    public String key() {
      return key;
    }

    /** Returns the operator of this name. */
    public static Optional<Operator> ofKey(String key) {
      return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    }

    /** Returns whether this is about burn rates that are too high. */
    boolean isForHighRates() {
      return switch (this) {
        case AT_LEAST, ABOVE -> true;
        case AT_MOST, BELOW -> false;
      };
    }

    /**
     * Returns whether it is fulfilled.
     *
     * @param order of the burn rate to the threshold, as {@code compareTo} gives it
     */
    boolean accepts(int order) {
      return switch (this) {
        case AT_LEAST -> order >= 0;
        case ABOVE -> order > 0;
        case AT_MOST -> order <= 0;
        case BELOW -> order < 0;
      };
    }
  }
}
