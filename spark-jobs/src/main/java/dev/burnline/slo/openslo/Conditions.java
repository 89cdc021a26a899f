package dev.burnline.slo.openslo;

import dev.burnline.rollup.Counter;
import dev.burnline.scan.LogField;
import dev.burnline.slo.where.Where;

/** The conditions of an objective's good and valid events; good ones are valid, too. */
record Conditions(Where good, Where total) {

  /**
   * Combines an indicator with an objective.
   *
   * @throws IllegalArgumentException for an indicator of another system
   */
  static Conditions of(Indicator indicator, Objective objective) {
    if (indicator instanceof Indicator.Ratio ratio) {
      return new Conditions(ratio.good(), ratio.total());
    }
    if (indicator instanceof Indicator.Threshold threshold) {
      Objective.Limit limit = objective.limit().orElseThrow();
      // A comparison with an absent field is not true, so a good event carries the value anyway.
      return new Conditions(
          threshold.where().and(within(threshold.value(), limit)),
          threshold.where().and(Where.present(threshold.value())));
    }
    throw new IllegalArgumentException("not measured from logs: " + indicator);
  }

  private static Where within(LogField field, Objective.Limit limit) {
    return switch (limit.operator()) {
      case "lt" -> Where.below(field, limit.value());
      case "lte" -> Where.atMost(field, limit.value());
      case "gt" -> Where.above(field, limit.value());
      case "gte" -> Where.atLeast(field, limit.value());
      default -> throw new IllegalArgumentException("no operator: " + limit.operator());
    };
  }

  Counter goodCounter() {
    return counter(good);
  }

  Counter totalCounter() {
    return counter(total);
  }

  private static Counter counter(Where where) {
    return new Counter(where.canonical(), where.fields(), where.predicate());
  }
}
