package dev.burnline.slo.openslo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All documents of all files, by kind and name. */
final class Definitions {

  private final Map<Kind, Map<String, Definition>> definitions = new EnumMap<>(Kind.class);

  /** Keeps a document; lists a problem when there is one of this kind and name already. */
  void add(Definition definition) {
    Definition first =
        definitions
            .computeIfAbsent(definition.kind(), kind -> new LinkedHashMap<>())
            .putIfAbsent(definition.name(), definition);
    if (first != null) {
      Document document = first.head().document();
      definition
          .head()
          .problemWithoutValue(
              "the name is taken by document %d of %s"
                  .formatted(document.number(), document.file()));
    }
  }

  /** Returns the documents of a kind in the order of the files. */
  List<Definition> all(Kind kind) {
    return new ArrayList<>(definitions.getOrDefault(kind, Map.of()).values());
  }

  Optional<Definition> find(Kind kind, String name) {
    return Optional.ofNullable(definitions.getOrDefault(kind, Map.of()).get(name));
  }

  /** Returns the document that a reference names; lists a problem when there is none. */
  Optional<Definition> resolve(Kind kind, Item reference) {
    Optional<String> name = reference.text();
    Optional<Definition> found = name.flatMap(each -> find(kind, each));
    if (name.isPresent() && found.isEmpty()) {
      reference.problem("no %s of this name in the files".formatted(kind.openSloName()));
    }
    return found;
  }
}
