package dev.burnline.slo.openslo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the {@code alertPolicies} of an SLO. */
final class PolicyReferences {

  /** The built-in policy: burn-rate pairs by the window's length, whatever days its name says. */
  private static final String BUILT_IN = "burn-rate(?:-[1-9][0-9]{0,3}d)?";

  private final Definitions definitions;
  private final AlertReader alerts;

  PolicyReferences(Definitions definitions) {
    this.definitions = definitions;
    this.alerts = new AlertReader(definitions);
  }

  /** Returns the names of the policies; an inline one is called by its own name. */
  List<String> read(Fields sloSpec) {
    List<String> names = new ArrayList<>();
    sloSpec
        .optional("alertPolicies")
        .flatMap(Item::items)
        .orElse(List.of())
        .forEach(item -> read(item).ifPresent(names::add));
    return names;
  }

  private Optional<String> read(Item entry) {
    if (!entry.isMapping()) {
      return named(entry);
    }
    Fields fields = entry.fields().orElseThrow();
    Optional<Item> reference = fields.optional("alertPolicyRef");
    if (reference.isPresent()) {
      fields.onlyWith("alertPolicyRef");
      return named(reference.get());
    }
    alerts.checkObject(entry, "alertPolicyRef", Kind.ALERT_POLICY);
    return fields
        .optional("metadata")
        .filter(Item::isMapping)
        .flatMap(Item::fields)
        .flatMap(metadata -> metadata.optional("name"))
        .flatMap(Item::text)
        .map(
            name -> {
              noticeUnused(entry);
              return name;
            });
  }

  private Optional<String> named(Item reference) {
    Optional<String> name = reference.text();
    if (name.isEmpty()) {
      return name;
    }
    Optional<Definition> found = definitions.find(Kind.ALERT_POLICY, name.get());
    if (found.isPresent()) {
      noticeUnused(reference);
    } else if (!name.get().matches(BUILT_IN)) {
      reference.problem(
          "no AlertPolicy of this name in the files, and the built-in one is 'burn-rate'");
    }
    return name;
  }

  private static void noticeUnused(Item policy) {
    policy.notice(
        "is checked and not evaluated by this version, which evaluates its own burn-rate pairs");
  }
}
