package dev.burnline.slo;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * What is due when how much of the error budget is consumed.
 *
 * @param steps by ascending threshold
 */
public record BudgetPolicy(List<Step> steps) {

  /** The policy of an SLO that names none. */
  public static final BudgetPolicy DEFAULT =
      new BudgetPolicy(
          List.of(
              new Step(new BigDecimal("0.5"), "architecture review"),
              new Step(new BigDecimal("1.0"), "freeze releases")));

  public BudgetPolicy {
    steps = steps.stream().sorted(Comparator.comparing(Step::threshold)).toList();
  }

  /**
   * One step.
   *
   * @param threshold consumed share of the budget above which it is due, or from which on where it
   *     is the whole budget or more; above 0
   */
  public record Step(BigDecimal threshold, String action) {

    public Step {
      requireNonNull(action, "action is null");
      if (threshold.signum() <= 0) {
        throw new IllegalArgumentException("threshold must be above 0, got " + threshold);
      }
    }
  }
}
