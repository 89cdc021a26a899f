package dev.burnline.slo.openslo;

import dev.burnline.slo.TimeWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

  /** A policy of an SLO; an inline one is called by its own name. */
  record Policy(String name, Function<TimeWindow, PolicyRules> rules) {}

  /** Returns the policies of an SLO; the built-in one, without a name, when it says nothing. */
  List<Policy> read(Fields sloSpec) {
    Optional<Item> list = sloSpec.optional("alertPolicies");
    if (list.isEmpty()) {
      return List.of(new Policy("", this::builtIn));
    }
    List<Policy> policies = new ArrayList<>();
    list.flatMap(Item::items)
        .orElse(List.of())
        .forEach(item -> read(item).ifPresent(policies::add));
    return policies;
  }

  /** Returns the names that stand in the file. */
  static List<String> names(List<Policy> policies) {
    return policies.stream().map(Policy::name).filter(name -> !name.isEmpty()).toList();
  }

  /** Returns what the policies amount to for an SLO with this window. */
  static PolicyRules together(List<Policy> policies, TimeWindow window) {
    return policies.stream()
        .map(policy -> policy.rules().apply(window))
        .reduce(PolicyRules.NONE, PolicyRules::and);
  }

  private Optional<Policy> read(Item entry) {
    if (!entry.isMapping()) {
      return named(entry);
    }
    Fields fields = entry.fields().orElseThrow();
    Optional<Item> reference = fields.optional("alertPolicyRef");
    if (reference.isPresent()) {
      fields.onlyWith("alertPolicyRef");
      return named(reference.get());
    }
    PolicyRules rules = alerts.inlinePolicy(entry);
    return fields
        .optional("metadata")
        .filter(Item::isMapping)
        .flatMap(Item::fields)
        .flatMap(metadata -> metadata.optional("name"))
        .flatMap(Item::text)
        .map(name -> new Policy(name, window -> rules));
  }

  private Optional<Policy> named(Item reference) {
    return reference.text().map(name -> named(reference, name));
  }

  private Policy named(Item reference, String name) {
    Optional<Definition> found = definitions.find(Kind.ALERT_POLICY, name);
    if (found.isPresent()) {
      PolicyRules rules = alerts.policy(found.get());
      return new Policy(name, window -> rules);
    }
    if (!name.matches(BUILT_IN)) {
      reference.problem(
          "no AlertPolicy of this name in the files, and the built-in one is 'burn-rate'");
    }
    return new Policy(name, this::builtIn);
  }

  /** A policy of the file takes the place of the built-in one of its name. */
  private PolicyRules builtIn(TimeWindow window) {
    return AlertCatalogue.namesFor(window).stream()
        .flatMap(name -> definitions.find(Kind.ALERT_POLICY, name).stream())
        .findFirst()
        .map(alerts::policy)
        .orElseGet(() -> AlertCatalogue.builtIn(window));
  }
}
