package dev.burnline.slo.openslo;

import dev.burnline.slo.spelling.KnownNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The fields of a mapping. */
final class Fields {

  private final Item owner;
  private final Map<String, Item> values = new LinkedHashMap<>();
  private final Map<String, Item> keys = new LinkedHashMap<>();

  private Fields(Item owner) {
    this.owner = owner;
  }

  Fields(Item owner, MappingNode mapping) {
    this(owner);
    for (NodeTuple field : mapping.getValue()) {
      if (field.getKeyNode() instanceof ScalarNode key) {
        keys.put(key.getValue(), owner.at(key.getValue(), key));
        values.put(key.getValue(), owner.at(key.getValue(), field.getValueNode()));
      }
    }
  }

  /** Returns no fields; messages are about {@code owner}. */
  static Fields none(Item owner) {
    return new Fields(owner);
  }

  Item owner() {
    return owner;
  }

  /** Lists a problem for every field that is not one of these, with the nearest of them. */
  Fields onlyWith(String... known) {
    return onlyWith(KnownNames.of(List.of(known)));
  }

  Fields onlyWith(KnownNames known) {
    keys.forEach(
        (name, key) -> {
          if (!known.names().contains(name)) {
            key.problemWithoutValue(
                "unknown field, the nearest known one is '%s'".formatted(known.nearestTo(name)));
          }
        });
    return this;
  }

  /** Returns all fields by name, in the order of the document. */
  Map<String, Item> all() {
    return values;
  }

  boolean has(String name) {
    return optional(name).isPresent();
  }

  /** Returns the field; empty when it is absent or null. */
  Optional<Item> optional(String name) {
    return Optional.ofNullable(values.get(name)).filter(item -> !item.isNull());
  }

  /** Returns the field; lists a problem and returns empty when it is absent or null. */
  Optional<Item> required(String name) {
    Optional<Item> found = optional(name);
    if (found.isEmpty()) {
      Item nearest = values.getOrDefault(name, owner.at(name, owner.node()));
      nearest.problemWithoutValue("is missing");
    }
    return found;
  }

  /** Returns the one of these fields that is there; lists a problem when none or several are. */
  Optional<Item> exactlyOne(String first, String second) {
    if (has(first) && has(second)) {
      owner.problemWithoutValue("has both '%s' and '%s', give one".formatted(first, second));
      return Optional.empty();
    }
    Optional<Item> found = optional(first).or(() -> optional(second));
    if (found.isEmpty()) {
      owner.problemWithoutValue("needs '%s' or '%s'".formatted(first, second));
    }
    return found;
  }
}
