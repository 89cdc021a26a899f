package dev.burnline.slo.openslo;

import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads the head of a document: version, kind and metadata. */
final class DefinitionReader {

  private static final String API_VERSION = "openslo/v1";

  private DefinitionReader() {}

  /** Returns the document, or empty when its head has a problem. */
  static Optional<Definition> read(Item root) {
    Optional<Fields> found = root.fields();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = found.get();
    entitle(root.document(), fields);
    Optional<Kind> known = kind(fields);
    boolean isRightVersion =
        fields.required("apiVersion").filter(DefinitionReader::isV1).isPresent();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Kind kind = known.get();
    fields.onlyWith("apiVersion", "kind", "metadata", "spec");
    Optional<Metadata> metadata = Metadata.read(kind, fields);
    Optional<Fields> spec = spec(kind, fields);
    if (!isRightVersion || metadata.isEmpty() || spec.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Definition(
            kind,
            metadata.get().name(),
            metadata.get().displayName(),
            metadata.get().annotations(),
            root,
            spec.get()));
  }

  private static boolean isV1(Item version) {
    boolean isV1 = version.written().filter(API_VERSION::equals).isPresent();
    if (!isV1) {
      version.problem("must be '%s'".formatted(API_VERSION));
    }
    return isV1;
  }

  private static Optional<Kind> kind(Fields fields) {
    Optional<Item> item = fields.required("kind");
    Optional<String> name = item.flatMap(Item::text);
    Optional<Kind> kind = name.flatMap(Kind::ofName);
    if (name.isPresent() && kind.isEmpty()) {
      item.get()
          .problem(
              "is no kind of OpenSLO, the nearest is '%s'"
                  .formatted(Kind.names().nearestTo(name.get())));
    }
    return kind;
  }

  /** Gives the document its title early, so that every further message carries it. */
  private static void entitle(Document document, Fields fields) {
    String kind = title(fields.optional("kind"));
    String name =
        fields
            .optional("metadata")
            .filter(Item::isMapping)
            .flatMap(Item::fields)
            .map(metadata -> title(metadata.optional("name")))
            .orElse("");
    document.entitle((kind + " " + name).strip());
  }

  private static String title(Optional<Item> item) {
    return item.filter(each -> each.node().getTag().equals(Tag.STR)).flatMap(Item::text).orElse("");
  }

  /** A service says nothing in its spec, so it may leave it empty. */
  private static Optional<Fields> spec(Kind kind, Fields fields) {
    if (kind == Kind.SERVICE && !fields.has("spec")) {
      return Optional.of(Fields.none(fields.owner()));
    }
    return fields.required("spec").flatMap(Item::fields);
  }
}
