package dev.burnline.slo.openslo;

import dev.burnline.slo.alert.BurnRateCondition;
import dev.burnline.slo.alert.BurnRateCondition.Trigger;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads alert policies, conditions and notification targets, named and inline. */
final class AlertReader {

  private static final String WINDOWS = "burnline.dev/windows";

  private final Definitions definitions;

  AlertReader(Definitions definitions) {
    this.definitions = definitions;
  }

  /** Reads a document of one of the alert kinds. */
  void check(Definition document) {
    checkSpec(document.kind(), document.annotations(), document.spec());
  }

  /** Returns what a policy amounts to; nothing, or a part of it, when it has a problem. */
  PolicyRules policy(Definition document) {
    return policy(document.annotations(), document.spec());
  }

  private PolicyRules policy(Map<String, Item> annotations, Fields spec) {
    spec.onlyWith(
        "description",
        "alertWhenNoData",
        "alertWhenResolved",
        "alertWhenBreaching",
        "conditions",
        "notificationTargets");
    Descriptions.check(spec);
    spec.optional("alertWhenResolved").ifPresent(Item::flag);
    Set<Trigger> triggers = triggers(spec);
    Optional<Item> windows = Optional.ofNullable(annotations.get(WINDOWS));
    Optional<BurnRateCondition> condition =
        has(spec, "conditions", windows) ? condition(spec, triggers) : Optional.empty();
    if (has(spec, "notificationTargets", windows)) {
      checkTargets(spec);
    }
    if (windows.isEmpty()) {
      return new PolicyRules(List.of(), condition.stream().toList());
    }
    spec.optional("conditions")
        .ifPresent(item -> item.notice("is not evaluated, the windows of the annotation are"));
    return new PolicyRules(WindowPairReader.read(windows.get()), List.of());
  }

  /** What the specification demands may be left out where windows stand in its place. */
  private static boolean has(Fields spec, String field, Optional<Item> windows) {
    return windows.isEmpty() || spec.has(field);
  }

  private static Set<Trigger> triggers(Fields spec) {
    Set<Trigger> triggers = EnumSet.noneOf(Trigger.class);
    if (spec.optional("alertWhenBreaching").flatMap(Item::flag).orElse(true)) {
      triggers.add(Trigger.BREACHING);
    }
    if (spec.optional("alertWhenNoData").flatMap(Item::flag).orElse(false)) {
      triggers.add(Trigger.NO_DATA);
    }
    return triggers;
  }

  private Optional<BurnRateCondition> condition(Fields spec, Set<Trigger> triggers) {
    Optional<List<Item>> conditions = spec.required("conditions").flatMap(Item::items);
    conditions
        .filter(items -> items.size() != 1)
        .ifPresent(
            items ->
                spec.optional("conditions")
                    .orElseThrow()
                    .problemWithoutValue(
                        "must have exactly one condition, has %d".formatted(items.size())));
    Optional<BurnRateCondition> read = Optional.empty();
    for (Item item : conditions.orElse(List.of())) {
      read =
          object(item, "conditionRef", Kind.ALERT_CONDITION)
              .flatMap(found -> ConditionReader.read(found.spec(), triggers));
    }
    if (triggers.isEmpty()) {
      spec.owner().notice("never fires, alertWhenBreaching is false");
    }
    return read;
  }

  private void checkTargets(Fields spec) {
    Optional<Item> targets = spec.required("notificationTargets");
    targets
        .flatMap(Item::items)
        .ifPresent(
            items -> {
              if (items.isEmpty()) {
                targets.get().problemWithoutValue("must not be empty");
              }
              items.forEach(
                  item ->
                      object(item, "targetRef", Kind.ALERT_NOTIFICATION_TARGET)
                          .ifPresent(found -> checkTarget(found.spec())));
            });
  }

  /** Returns what an inline policy amounts to. */
  PolicyRules inlinePolicy(Item entry) {
    return object(entry, "alertPolicyRef", Kind.ALERT_POLICY)
        .map(found -> policy(found.annotations(), found.spec()))
        .orElse(PolicyRules.NONE);
  }

  /** An object as far as it is read. */
  private record Found(Map<String, Item> annotations, Fields spec) {}

  /** Returns the object that an entry refers to or is; lists a problem when it is neither. */
  private Optional<Found> object(Item entry, String referenceField, Kind kind) {
    Optional<Fields> found = entry.fields();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = found.get();
    if (fields.has(referenceField)) {
      fields.onlyWith(referenceField);
      return definitions
          .resolve(kind, fields.optional(referenceField).orElseThrow())
          .map(document -> new Found(document.annotations(), document.spec()));
    }
    if (!fields.has("spec")) {
      entry.problemWithoutValue("needs '%s' or 'spec'".formatted(referenceField));
      return Optional.empty();
    }
    fields.onlyWith("apiVersion", "kind", "metadata", "spec");
    fields
        .required("kind")
        .ifPresent(
            item -> {
              if (item.text().filter(kind.openSloName()::equals).isEmpty()) {
                item.problem("must be '%s'".formatted(kind.openSloName()));
              }
            });
    Map<String, Item> annotations =
        Metadata.read(kind, fields).map(Metadata::annotations).orElse(Map.of());
    return fields.optional("spec").flatMap(Item::fields).map(spec -> new Found(annotations, spec));
  }

  private void checkSpec(Kind kind, Map<String, Item> annotations, Fields spec) {
    switch (kind) {
      case ALERT_POLICY -> policy(annotations, spec);
      case ALERT_CONDITION -> ConditionReader.read(spec, Set.of());
      case ALERT_NOTIFICATION_TARGET -> checkTarget(spec);
      case DATA_SOURCE, SERVICE, SLI, SLO ->
          throw new IllegalArgumentException("no kind of alert: " + kind.openSloName());
    }
  }

  private static void checkTarget(Fields spec) {
    spec.onlyWith("description", "target");
    Descriptions.check(spec);
    spec.required("target").ifPresent(Item::written);
  }
}
