package dev.burnline.slo.alert;

import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.BurnRate;
import org.jspecify.annotations.Nullable;

/** Whether one rule of an SLO holds, from minute to minute. */
abstract sealed class RuleState permits PairState, ConditionState {

  private final Slo slo;
  private final BurnRatePair.Severity severity;
  private final Lookbacks lookbacks;

  RuleState(Slo slo, BurnRatePair.Severity severity, Lookbacks lookbacks) {
    this.slo = slo;
    this.severity = severity;
    this.lookbacks = lookbacks;
  }

  /**
   * Takes in the minute that the lookbacks are at; minutes in which nothing changes may be left.
   */
  abstract void step();

  abstract boolean holds();

  /** Describes what holds. */
  abstract HeldAlert held();

  /** Returns the next minute at which the state can change though no sum does. */
  abstract long nextChange();

  BurnRatePair.Severity severity() {
    return severity;
  }

  Slo slo() {
    return slo;
  }

  Lookbacks lookbacks() {
    return lookbacks;
  }

  @Nullable Double burnRate(int lookback) {
    return BurnRate.of(lookbacks.events(lookback), slo);
  }
}
