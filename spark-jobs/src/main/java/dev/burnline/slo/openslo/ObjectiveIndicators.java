package dev.burnline.slo.openslo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the indicator of each objective: the SLO's one, or of a composite SLO each its own. */
final class ObjectiveIndicators {

  private final Fields sloSpec;
  private final IndicatorReader indicators;

  ObjectiveIndicators(Fields sloSpec, IndicatorReader indicators) {
    this.sloSpec = sloSpec;
    this.indicators = indicators;
  }

  List<Measured> read() {
    List<Fields> entries = entries();
    return entries.stream().anyMatch(ObjectiveIndicators::hasIndicator)
        ? composite(entries)
        : simple(entries);
  }

  private static boolean hasIndicator(Fields fields) {
    return fields.has("indicator") || fields.has("indicatorRef");
  }

  private List<Measured> composite(List<Fields> entries) {
    for (String field : List.of("indicator", "indicatorRef")) {
      sloSpec
          .optional(field)
          .ifPresent(
              item ->
                  item.problemWithoutValue(
                      "must be moved into the objectives of a composite SLO, some of which have"
                          + " their own"));
    }
    return entries.stream().map(entry -> new Measured(entry, indicators.of(entry))).toList();
  }

  private List<Measured> simple(List<Fields> entries) {
    Optional<Indicator> indicator = indicators.of(sloSpec);
    if (entries.size() > 1 && indicator.filter(Indicator.Threshold.class::isInstance).isPresent()) {
      sloSpec
          .optional("objectives")
          .orElseThrow()
          .problemWithoutValue(
              "a thresholdMetric has exactly one objective, got %d".formatted(entries.size()));
    }
    return entries.stream().map(entry -> new Measured(entry, indicator)).toList();
  }

  private List<Fields> entries() {
    Optional<Item> list = sloSpec.required("objectives");
    List<Item> items = list.flatMap(Item::items).orElse(List.of());
    if (list.isPresent() && list.get().isList() && items.isEmpty()) {
      list.get().problemWithoutValue("must not be empty");
    }
    List<Fields> entries = new ArrayList<>();
    items.forEach(item -> item.fields().ifPresent(entries::add));
    return entries;
  }
}
