package dev.burnline.slo.openslo;

import dev.burnline.slo.BudgetingMethod;
import dev.burnline.slo.TimeWindow;

/** Refuses what OpenSLO has and this version would evaluate wrongly. */
final class Unsupported {

  private static final String NOT_YET = "not supported yet by this version: ";

  private Unsupported() {}

  static void refuse(TimeWindow window, Fields sloSpec) {
    if (window instanceof TimeWindow.Calendar) {
      sloSpec
          .optional("timeWindow")
          .orElse(sloSpec.owner())
          .problemWithoutValue(NOT_YET + "calendar windows");
    }
  }

  static void refuse(Objective objective, Fields sloSpec) {
    if (!(objective.method() instanceof BudgetingMethod.Occurrences)) {
      sloSpec
          .optional("budgetingMethod")
          .orElse(sloSpec.owner())
          .problemWithoutValue(NOT_YET + "budgeting method " + objective.method().name());
    }
  }
}
