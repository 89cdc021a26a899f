package dev.burnline.slo.alert;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the alert policies of one SLO amount to.
 *
 * @param pairs of lookbacks, in the order of the policies
 * @param conditions with one lookback, in the order of the policies
 * @param mode how pairs are compared
 * @param staleAfter how long there are no events before the data count as stale; whole minutes, at
 *     least one
 */
public record AlertRules(
    List<BurnRatePair> pairs, List<BurnRateCondition> conditions, Mode mode, Duration staleAfter) {

  /** When the data of an SLO that says nothing about it count as stale. */
  public static final Duration DEFAULT_STALE_AFTER = Duration.ofHours(6);

  public AlertRules {
    pairs = List.copyOf(pairs);
    conditions = List.copyOf(conditions);
    requireNonNull(mode, "mode is null");
    if (staleAfter.toMinutes() < 1) {
      throw new IllegalArgumentException("staleAfter must be at least a minute, got " + staleAfter);
    }
  }

  /** Returns rules of these pairs only, with what an SLO has that says nothing else. */
  public static AlertRules of(List<BurnRatePair> pairs) {
    return new AlertRules(pairs, List.of(), Mode.BURN_RATE, DEFAULT_STALE_AFTER);
  }

  /** Returns the longest lookback; zero without pairs and conditions. */
  public Duration longestLookback() {
    return Stream.concat(
            pairs.stream().map(BurnRatePair::longLookback),
            conditions.stream().map(BurnRateCondition::lookback))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** How a pair of lookbacks is compared with the budget share that it stands for. */
  public enum Mode {
    /** Both burn rates are above the factor. */
    BURN_RATE,
    /**
     * Both lookbacks have as many bad events as the share of the budget is: an hour at night counts
     * as little as it weighs.
     */
    TRAFFIC_AWARE
  }
}
