package dev.burnline.slo;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** How an error budget is counted. */
public sealed interface BudgetingMethod {

  /** Returns the name in OpenSLO. */
  String name();

  /** Bad events over the events that may be bad. */
  record Occurrences() implements BudgetingMethod {
    @Override
    public String name() {
      return "Occurrences";
    }
  }

  /**
   * Bad slices of time over the slices that may be bad.
   *
   * @param sliceTarget a slice with a smaller share of good events is bad, 0 to 1
   */
  record Timeslices(BigDecimal sliceTarget, DurationShorthand slice) implements BudgetingMethod {

    public Timeslices {
      requireNonNull(sliceTarget, "sliceTarget is null");
      requireNonNull(slice, "slice is null");
    }

    @Override
    public String name() {
      return "Timeslices";
    }
  }

  /** The mean over all slices of their shares of good events. */
  record RatioTimeslices(DurationShorthand slice) implements BudgetingMethod {

    public RatioTimeslices {
      requireNonNull(slice, "slice is null");
    }

    @Override
    public String name() {
      return "RatioTimeslices";
    }
  }
}
