package dev.burnline.slo.alert;

import dev.burnline.slo.LowTrafficGuard;
import dev.burnline.slo.Slo;
import dev.burnline.slo.alert.BurnRateCondition.Trigger;
import java.math.BigDecimal;

/**
 * Whether the alert of a condition fires: once the condition has held for {@code alertAfter}
 * without a break. A lookback without events neither breaks nor fulfils that.
 */
final class ConditionState extends RuleState {

  private final BurnRateCondition condition;
  private final int lookback;
  private final LowTrafficGuard guard;
  private final Ratio badPerEvent;
  private final long alertAfter;

  /** Since when the condition holds; meaningless while it does not. */
  private long since;

  private boolean isTrue;
  private boolean isBreaching;
  private boolean isWithoutData;

  ConditionState(Slo slo, BurnRateCondition condition, LowTrafficGuard guard, Lookbacks lookbacks) {
    super(slo, condition.severity(), lookbacks);
    this.condition = condition;
    this.lookback = lookbacks.add(condition.lookback());
    this.guard = guard;
    this.badPerEvent = Ratio.of(condition.threshold().multiply(slo.allowance()), BigDecimal.ONE);
    this.alertAfter = condition.alertAfter().toMinutes();
  }

  @Override
  void step() {
    long total = lookbacks().total(lookback);
    // Before the first event there is nothing whose absence could be told.
    isWithoutData = total == 0 && lookbacks().hasHistory();
    if (total == 0) {
      return;
    }
    boolean wasTrue = isTrue;
    isTrue = isTrue(lookbacks().bad(lookback), total);
    if (isTrue && !wasTrue) {
      since = lookbacks().now();
    }
    isBreaching = isTrue && lookbacks().now() - since >= alertAfter;
  }

  private boolean isTrue(long bad, long total) {
    // That enough events are bad is no matter of a condition that waits for a low burn rate, and
    // the default of the guard must not forbid what the specification allows.
    boolean isGuarded =
        condition.operator().isForHighRates() && slo().lowTraffic().minFailures() > 1;
    return total >= guard.minEvents()
        && (!isGuarded || bad >= guard.minFailures())
        && condition.operator().accepts(badPerEvent.compare(bad, total));
  }

  @Override
  boolean holds() {
    return (isBreaching && condition.triggers().contains(Trigger.BREACHING))
        || (isWithoutData && condition.triggers().contains(Trigger.NO_DATA));
  }

  @Override
  HeldAlert held() {
    return new HeldAlert(condition.lookback(), null, burnRate(lookback), null);
  }

  @Override
  long nextChange() {
    return isTrue && !isBreaching && lookbacks().total(lookback) > 0
        ? Math.max(since + alertAfter, lookbacks().now() + 1)
        : Long.MAX_VALUE;
  }
}
