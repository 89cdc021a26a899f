package dev.burnline.slo.openslo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Checks the {@code compositeWeight} of an objective.
 *
 * @see <a href="https://github.com/OpenSLO/OpenSLO#notes-composite-slo">OpenSLO, Composite SLO</a>
 */
final class CompositeWeight {

  private CompositeWeight() {}

  /** Lists a problem when the weight is none, or one that Burnline cannot follow. */
  static void check(Fields objective, Fields sloSpec, boolean isForeign) {
    Optional<Item> item = objective.optional("compositeWeight");
    Optional<BigDecimal> weight = item.flatMap(Item::decimal);
    if (weight.isEmpty()) {
      return;
    }
    if (weight.get().signum() <= 0) {
      item.get().problem("must be above 0");
    } else if (objectives(sloSpec) < 2) {
      item.get().problemWithoutValue("is supported only when declaring multiple objectives");
    } else if (!isForeign && weight.get().compareTo(BigDecimal.ONE) != 0) {
      // The weighted rates of objectives with different traffic have no common count of events.
      item.get()
          .problem(
              "must be 1: a weight multiplies the rate at which an objective burns the budget of"
                  + " the composite, and OpenSLO gives the composite no target to have a budget"
                  + " by");
    }
  }

  private static int objectives(Fields sloSpec) {
    return sloSpec
        .optional("objectives")
        .filter(Item::isList)
        .flatMap(Item::items)
        .map(List::size)
        .orElse(0);
  }
}
