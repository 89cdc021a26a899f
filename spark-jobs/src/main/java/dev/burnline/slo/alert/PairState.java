package dev.burnline.slo.alert;

import dev.burnline.slo.LowTrafficGuard;
import dev.burnline.slo.Slo;

/** Whether a pair of lookbacks holds. Where one of them has no events, it stays as it was. */
final class PairState extends RuleState {

  private final int longLookback;
  private final int shortLookback;
  private final LowTrafficGuard guard;
  private final PairLimit limit;
  private boolean holds;

  PairState(
      Slo slo, BurnRatePair pair, LowTrafficGuard guard, PairLimit limit, Lookbacks lookbacks) {
    super(slo, pair.severity(), lookbacks);
    this.longLookback = lookbacks.add(pair.longLookback());
    this.shortLookback = lookbacks.add(pair.shortLookback());
    this.guard = guard;
    this.limit = limit;
  }

  @Override
  void step() {
    Lookbacks events = lookbacks();
    long totalShort = events.total(shortLookback);
    long totalLong = events.total(longLookback);
    if (totalShort > 0 && totalLong > 0) {
      limit.moveTo(events);
      holds =
          isBeyond(events.bad(longLookback), totalLong)
              && isBeyond(events.bad(shortLookback), totalShort);
    }
  }

  private boolean isBeyond(long bad, long total) {
    return total >= guard.minEvents()
        && bad >= guard.minFailures()
        && limit.isReachedBy(bad, total);
  }

  @Override
  boolean holds() {
    return holds;
  }

  @Override
  HeldAlert held() {
    return new HeldAlert(
        lookbacks().length(longLookback),
        lookbacks().length(shortLookback),
        burnRate(longLookback),
        burnRate(shortLookback));
  }

  @Override
  long nextChange() {
    return limit.nextChange(lookbacks());
  }
}
