package dev.burnline.evaluate;

import dev.burnline.report.BudgetReview.WhatIf;
import dev.burnline.slo.budget.Events;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The events of an SLO window held against other objectives, and against its own among them. */
final class OtherObjectives {

  private static final List<BigDecimal> OBJECTIVES =
      List.of(new BigDecimal("0.99"), new BigDecimal("0.995"), new BigDecimal("0.999"));

  private final EvaluatedSlo slo;
  private final MinuteSpan window;
  private final BigDecimal budget;

  /**
   * Creates what-ifs.
   *
   * @param budget bad events that stand for all of the SLO's own budget
   */
  OtherObjectives(EvaluatedSlo slo, MinuteSpan window, BigDecimal budget) {
    this.slo = slo;
    this.window = window;
    this.budget = budget;
  }

  /** Returns one for each objective, ascending. */
  List<WhatIf> whatIf() {
    Events events = slo.in(window);
    return Stream.concat(OBJECTIVES.stream(), Stream.of(slo.slo().target().stripTrailingZeros()))
        .sorted()
        .distinct()
        .map(objective -> whatIf(objective, events))
        .toList();
  }

  private WhatIf whatIf(BigDecimal objective, Events events) {
    BigDecimal allowed =
        budget
            .multiply(BigDecimal.ONE.subtract(objective))
            .divide(slo.slo().allowance(), MathContext.DECIMAL128);
    Integer exhausted = exhausted(allowed);
    return new WhatIf(
        objective.doubleValue(),
        events.good(),
        events.bad(),
        allowed.doubleValue(),
        BigDecimal.valueOf(events.bad()).divide(allowed, MathContext.DECIMAL128).doubleValue(),
        exhausted == null ? null : MinuteSpan.instantOf(exhausted));
  }

  /** The first whole minute before which all that is allowed had happened; null when none. */
  private @Nullable Integer exhausted(BigDecimal allowed) {
    if (!isUsedUpAt(window.end(), allowed)) {
      return null;
    }
    int before = window.start();
    int at = window.end();
    while (at - before > 1) {
      int middle = before + (at - before) / 2;
      if (isUsedUpAt(middle, allowed)) {
        at = middle;
      } else {
        before = middle;
      }
    }
    return at;
  }

  private boolean isUsedUpAt(int minute, BigDecimal allowed) {
    Events until = slo.in(new MinuteSpan(window.start(), minute));
    return BigDecimal.valueOf(until.bad()).compareTo(allowed) >= 0;
  }
}
