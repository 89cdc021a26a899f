package dev.burnline.slo.openslo;

import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.alert.AlertRules;
import dev.burnline.slo.alert.AlertRules.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what an SLO's annotations say about its alerts. */
final class AlertSettings {

  private static final String TRAFFIC_AWARE = "traffic-aware";
  private static final String BURN_RATE = "burn-rate";

  private final Mode mode;
  private final Duration staleAfter;
  private final Optional<Item> staleAfterItem;

  private AlertSettings(Mode mode, Duration staleAfter, Optional<Item> staleAfterItem) {
    this.mode = mode;
    this.staleAfter = staleAfter;
    this.staleAfterItem = staleAfterItem;
  }

  static AlertSettings of(Definition slo) {
    Map<String, Item> annotations = slo.annotations();
    Optional<Item> staleAfter = Optional.ofNullable(annotations.get("burnline.dev/stale-after"));
    return new AlertSettings(
        Optional.ofNullable(annotations.get("burnline.dev/alert-mode"))
            .flatMap(item -> item.oneOf(List.of(BURN_RATE, TRAFFIC_AWARE)))
            .filter(TRAFFIC_AWARE::equals)
            .map(name -> Mode.TRAFFIC_AWARE)
            .orElse(Mode.BURN_RATE),
        staleAfter.flatMap(AlertSettings::length).orElse(AlertRules.DEFAULT_STALE_AFTER),
        staleAfter);
  }

  /** Returns the rules of the policies under these settings. */
  AlertRules with(PolicyRules policies) {
    return new AlertRules(policies.pairs(), policies.conditions(), mode, staleAfter);
  }

  /** Returns where the SLO says when its data are stale, if it does. */
  Optional<Item> staleAfterItem() {
    return staleAfterItem;
  }

  private static Optional<Duration> length(Item item) {
    Optional<Duration> length =
        item.written().flatMap(DurationShorthand::parse).flatMap(DurationShorthand::fixedLength);
    if (length.isEmpty() && !item.isList() && !item.isMapping()) {
      item.problem("must be a duration such as 30m, 6h or 2d");
    }
    return length;
  }
}
