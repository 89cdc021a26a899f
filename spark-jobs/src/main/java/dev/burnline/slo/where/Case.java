package dev.burnline.slo.where;

import dev.burnline.scan.LogField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lines whose fields each have one of some texts.
 *
 * @param texts by field, in the order of the contract; other fields may be anything
 */
public record Case(Map<LogField, Texts> texts) {

  static final Case ANY = new Case(Map.of());

  public Case {
    Map<LogField, Texts> sorted = new EnumMap<>(LogField.class);
    texts.forEach(
        (field, allowed) -> {
          if (!allowed.isAll()) {
            sorted.put(field, allowed);
          }
        });
    texts = Collections.unmodifiableMap(sorted);
  }

  /** Returns the lines of both; empty when there can be none. */
  Optional<Case> and(Case other) {
    Map<LogField, Texts> both = new EnumMap<>(LogField.class);
    both.putAll(texts);
    other.texts.forEach((field, allowed) -> both.merge(field, allowed, Texts::and));
    return both.values().stream().anyMatch(Texts::isNone)
        ? Optional.empty()
        : Optional.of(new Case(both));
  }

  /** Returns the lines that are not in this case, as cases without a line in common. */
  List<Case> complement() {
    List<Case> others = new ArrayList<>();
    Map<LogField, Texts> before = new EnumMap<>(LogField.class);
    texts.forEach(
        (field, allowed) -> {
          Map<LogField, Texts> first = new EnumMap<>(LogField.class);
          first.putAll(before);
          first.put(field, allowed.complement());
          others.add(new Case(first));
          before.put(field, allowed);
        });
    return others;
  }

  /** Returns the lines of either as one case; empty when more than one field tells them apart. */
  Optional<Case> or(Case other) {
    Set<LogField> fields = new HashSet<>(texts.keySet());
    fields.addAll(other.texts.keySet());
    fields.removeIf(field -> of(field).equals(other.of(field)));
    if (fields.size() > 1) {
      return Optional.empty();
    }
    Map<LogField, Texts> either = new EnumMap<>(LogField.class);
    either.putAll(texts);
    fields.forEach(field -> either.put(field, of(field).or(other.of(field))));
    return Optional.of(new Case(either));
  }

  private Texts of(LogField field) {
    return texts.getOrDefault(field, Texts.ALL);
  }
}
