package dev.burnline.slo.openslo;

import dev.burnline.slo.spelling.KnownNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The {@code metadata} of a document or of an inline object.
 *
 * @param annotations Burnline's own, by full name
 */
record Metadata(String name, String displayName, Map<String, Item> annotations) {

  private static final String OWN_PREFIX = "burnline.dev/";
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9](?:[-A-Za-z0-9._]{0,61}[A-Za-z0-9])?");
  private static final int LONGEST_SERVICE_NAME = 253;

  Metadata {
    annotations = Map.copyOf(annotations);
  }

  /** Reads the field {@code metadata} of {@code owner}. */
  static Optional<Metadata> read(Kind kind, Fields owner) {
    Optional<Fields> found = owner.required("metadata").flatMap(Item::fields);
    found.ifPresent(fields -> fields.onlyWith("name", "displayName", "labels", "annotations"));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = found.get();
    fields.optional("labels").ifPresent(Metadata::checkLabels);
    Map<String, Item> annotations = annotations(kind, fields);
    Optional<String> displayName = fields.optional("displayName").flatMap(Item::text);
    return fields
        .required("name")
        .flatMap(item -> name(kind, item))
        .map(name -> new Metadata(name, displayName.orElse(name), annotations));
  }

  private static Optional<String> name(Kind kind, Item item) {
    // A service is called what the logs call it.
    Optional<String> name = kind == Kind.SERVICE ? item.written() : item.text();
    if (name.isEmpty()) {
      return name;
    }
    boolean isGood =
        kind == Kind.SERVICE
            ? !name.get().isBlank() && name.get().length() <= LONGEST_SERVICE_NAME
            : NAME.matcher(name.get()).matches();
    if (!isGood) {
      item.problem(
          kind == Kind.SERVICE
              ? "must have 1 to 253 characters"
              : "must be 1 to 63 letters, digits, '-', '_' or '.', with a letter or digit at both"
                  + " ends");
      return Optional.empty();
    }
    return name;
  }

  private static void checkLabels(Item labels) {
    labels
        .fields()
        .ifPresent(
            fields ->
                fields
                    .all()
                    .values()
                    .forEach(
                        value -> {
                          if (value.isList()) {
                            value.items().ifPresent(items -> items.forEach(Item::written));
                          } else {
                            value.written();
                          }
                        }));
  }

  private static Map<String, Item> annotations(Kind kind, Fields metadata) {
    Map<String, Item> own = new LinkedHashMap<>();
    metadata
        .optional("annotations")
        .flatMap(Item::fields)
        .ifPresent(
            fields ->
                fields
                    .all()
                    .forEach(
                        (name, value) -> {
                          if (name.startsWith(OWN_PREFIX) && isKnown(kind, name, value)) {
                            own.put(name, value);
                          }
                        }));
    return own;
  }

  private static boolean isKnown(Kind kind, String name, Item value) {
    if (kind.annotations().contains(name)) {
      return !value.isNull();
    }
    if (kind.annotations().isEmpty()) {
      value.problemWithoutValue(
          "unknown annotation, kind %s has none of Burnline's".formatted(kind.openSloName()));
    } else {
      value.problemWithoutValue(
          "unknown annotation, the nearest known one is '%s'"
              .formatted(KnownNames.of(kind.annotations()).nearestTo(name)));
    }
    return false;
  }
}
