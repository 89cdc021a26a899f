package dev.burnline.slo.openslo;

import dev.burnline.slo.alert.BurnRateCondition;
import dev.burnline.slo.alert.BurnRatePair;
import java.util.ArrayList;
import java.util.List;

/** What an alert policy, or several together, amount to. */
record PolicyRules(List<BurnRatePair> pairs, List<BurnRateCondition> conditions) {

  static final PolicyRules NONE = new PolicyRules(List.of(), List.of());

  PolicyRules {
    pairs = List.copyOf(pairs);
    conditions = List.copyOf(conditions);
  }

  PolicyRules and(PolicyRules more) {
    List<BurnRatePair> allPairs = new ArrayList<>(pairs);
    allPairs.addAll(more.pairs);
    List<BurnRateCondition> allConditions = new ArrayList<>(conditions);
    allConditions.addAll(more.conditions);
    return new PolicyRules(
        allPairs.stream().distinct().toList(), allConditions.stream().distinct().toList());
  }
}
