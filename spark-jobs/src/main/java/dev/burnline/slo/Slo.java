package dev.burnline.slo;

import static java.util.Objects.requireNonNull;

import dev.burnline.report.SloReport.Threshold;
import dev.burnline.rollup.Counter;
import dev.burnline.rollup.Measure;
import dev.burnline.scan.LogField;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One objective for one indicator.
 *
 * @param name as in the SLO file; the n-th of several objectives of one document is {@code name/n}
 * @param displayName for readers
 * @param services which services it holds for
 * @param target the share of good events that is aimed at, exact, 0 to 1 exclusive, at most {@link
 *     #MOST_TARGET_DECIMALS} decimals
 * @param window over which the error budget is kept
 * @param budgetingMethod how the budget is counted
 * @param good counts the good events; every good event is in {@code total} too
 * @param total counts the valid events
 * @param threshold what makes an event good, for an SLO over a measured value; null for a ratio of
 *     counted events
 * @param policy what is due when how much of the budget is consumed
 * @param lowTraffic below which traffic no alert holds
 * @param emptySlices what becomes of slices without events
 * @param exclusions maintenance whose events do not count
 * @param alertPolicies names of the alert policies in the SLO file
 * @param groupBy text fields; for each value seen the SLO stands once more
 */
public record Slo(
    String name,
    String displayName,
    ServiceScope services,
    BigDecimal target,
    TimeWindow window,
    BudgetingMethod budgetingMethod,
    Counter good,
    Counter total,
    @Nullable Threshold threshold,
    BudgetPolicy policy,
    LowTrafficGuard lowTraffic,
    EmptySlices emptySlices,
    Exclusions exclusions,
    List<String> alertPolicies,
    List<LogField> groupBy) {

  /**
   * The most decimals of a target. With up to twelve, the nearest double still names the same
   * decimal, so a report's {@code objective} is the target and not close to it.
   */
  public static final int MOST_TARGET_DECIMALS = 12;

  public Slo {
    requireNonNull(name, "name is null");
    requireNonNull(displayName, "displayName is null");
    requireNonNull(services, "services is null");
    requireNonNull(window, "window is null");
    requireNonNull(budgetingMethod, "budgetingMethod is null");
    requireNonNull(good, "good is null");
    requireNonNull(total, "total is null");
    requireNonNull(policy, "policy is null");
    requireNonNull(lowTraffic, "lowTraffic is null");
    requireNonNull(emptySlices, "emptySlices is null");
    requireNonNull(exclusions, "exclusions is null");
    alertPolicies = List.copyOf(alertPolicies);
    groupBy = List.copyOf(groupBy);
    if (target.signum() <= 0 || target.compareTo(BigDecimal.ONE) >= 0) {
      throw new IllegalArgumentException(
          "slo '%s': target must be in (0, 1), got %s".formatted(name, target));
    }
    if (target.stripTrailingZeros().scale() > MOST_TARGET_DECIMALS) {
      throw new IllegalArgumentException(
          "slo '%s': target must have at most %d decimals, got %s"
              .formatted(name, MOST_TARGET_DECIMALS, target));
    }
  }

  /** Returns the same SLO, for which slices of time without events are something else. */
  public Slo with(EmptySlices other) {
    return new Slo(
        name,
        displayName,
        services,
        target,
        window,
        budgetingMethod,
        good,
        total,
        threshold,
        policy,
        lowTraffic,
        other,
        exclusions,
        alertPolicies,
        groupBy);
  }

  /** Returns what the log's reader counts for it. */
  public Measure measure() {
    return new Measure(good, total, groupBy);
  }

  /** Returns the names of the fields that it is grouped by. */
  public List<String> groupNames() {
    return groupBy.stream().map(LogField::key).toList();
  }

  /** Returns the share of events that may be bad: 1 - target, exact. */
  public BigDecimal allowance() {
    return BigDecimal.ONE.subtract(target);
  }
}
