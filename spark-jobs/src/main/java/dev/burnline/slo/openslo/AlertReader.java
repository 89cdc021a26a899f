package dev.burnline.slo.openslo;

import java.util.List;
import java.util.Optional;

/** Checks alert policies, conditions and notification targets, named and inline. */
final class AlertReader {

  private final Definitions definitions;

  AlertReader(Definitions definitions) {
    this.definitions = definitions;
  }

  void checkPolicy(Fields spec) {
    spec.onlyWith(
        "description",
        "alertWhenNoData",
        "alertWhenResolved",
        "alertWhenBreaching",
        "conditions",
        "notificationTargets");
    Descriptions.check(spec);
    for (String flag : List.of("alertWhenNoData", "alertWhenResolved", "alertWhenBreaching")) {
      spec.optional(flag).ifPresent(Item::flag);
    }
    Optional<List<Item>> conditions = spec.required("conditions").flatMap(Item::items);
    conditions
        .filter(items -> items.size() != 1)
        .ifPresent(
            items ->
                spec.optional("conditions")
                    .orElseThrow()
                    .problemWithoutValue(
                        "must have exactly one condition, has %d".formatted(items.size())));
    conditions
        .orElse(List.of())
        .forEach(item -> checkObject(item, "conditionRef", Kind.ALERT_CONDITION));
    Optional<Item> targets = spec.required("notificationTargets");
    targets
        .flatMap(Item::items)
        .ifPresent(
            items -> {
              if (items.isEmpty()) {
                targets.get().problemWithoutValue("must not be empty");
              }
              items.forEach(item -> checkObject(item, "targetRef", Kind.ALERT_NOTIFICATION_TARGET));
            });
  }

  /** Checks an entry that either refers to an object or is one. */
  void checkObject(Item entry, String referenceField, Kind kind) {
    Optional<Fields> found = entry.fields();
    if (found.isEmpty()) {
      return;
    }
    Fields fields = found.get();
    if (fields.has(referenceField)) {
      fields.onlyWith(referenceField);
      definitions.resolve(kind, fields.optional(referenceField).orElseThrow());
      return;
    }
    if (!fields.has("spec")) {
      entry.problemWithoutValue("needs '%s' or 'spec'".formatted(referenceField));
      return;
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
    Metadata.read(kind, fields);
    fields.optional("spec").flatMap(Item::fields).ifPresent(spec -> checkSpec(kind, spec));
  }

  /** Checks the spec of one of the alert kinds. */
  void checkSpec(Kind kind, Fields spec) {
    switch (kind) {
      case ALERT_POLICY -> checkPolicy(spec);
      case ALERT_CONDITION -> checkCondition(spec);
      case ALERT_NOTIFICATION_TARGET -> checkTarget(spec);
      case DATA_SOURCE, SERVICE, SLI, SLO ->
          throw new IllegalArgumentException("no kind of alert: " + kind.openSloName());
    }
  }

  private static void checkCondition(Fields spec) {
    spec.onlyWith("description", "severity", "condition");
    Descriptions.check(spec);
    spec.required("severity").ifPresent(Item::written);
    spec.required("condition")
        .flatMap(Item::fields)
        .ifPresent(
            condition -> {
              condition.onlyWith("kind", "op", "threshold", "lookbackWindow", "alertAfter");
              condition.optional("kind").ifPresent(kind -> kind.oneOf(List.of("burnrate")));
              condition.required("op").ifPresent(op -> op.oneOf(Objective.Limit.OPERATORS));
              condition.required("threshold").ifPresent(Item::decimal);
              condition.required("lookbackWindow").ifPresent(Durations::read);
              condition.optional("alertAfter").ifPresent(AlertReader::checkAlertAfter);
            });
  }

  /** Unlike any other duration, this one may be zero. */
  private static void checkAlertAfter(Item item) {
    if (item.written().filter(text -> text.matches("0+[mhdwMQY]")).isEmpty()) {
      Durations.read(item);
    }
  }

  private static void checkTarget(Fields spec) {
    spec.onlyWith("description", "target");
    Descriptions.check(spec);
    spec.required("target").ifPresent(Item::written);
  }
}
