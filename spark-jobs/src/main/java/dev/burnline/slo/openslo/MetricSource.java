package dev.burnline.slo.openslo;

import dev.burnline.slo.spelling.KnownNames;
import java.util.Optional;

/** Where a metric comes from. */
sealed interface MetricSource {

  /** The request log. */
  record Logs(Fields spec) implements MetricSource {}

  /** Another system. */
  record Foreign(String type) implements MetricSource {}

  /** Reads metric sources; a source that names a DataSource is of its type. */
  final class Reader {

    private static final String OWN_TYPE = "burnline";
    private static final int TYPING_SLIP_EDITS = 2;

    private final Definitions definitions;

    Reader(Definitions definitions) {
      this.definitions = definitions;
    }

    /** Reads a value with the one field {@code metricSource}. */
    Optional<MetricSource> read(Item metric) {
      Optional<Fields> found =
          metric
              .fields()
              .map(fields -> fields.onlyWith("metricSource"))
              .flatMap(fields -> fields.required("metricSource"))
              .flatMap(Item::fields)
              .map(fields -> fields.onlyWith("metricSourceRef", "type", "spec"));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      Fields source = found.get();
      Optional<String> type = type(source);
      Optional<Fields> spec = source.required("spec").flatMap(Item::fields);
      if (type.isEmpty() || spec.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          type.get().equals(OWN_TYPE) ? new Logs(spec.get()) : new Foreign(type.get()));
    }

    private Optional<String> type(Fields source) {
      Optional<Item> reference = source.optional("metricSourceRef");
      Optional<Item> written = source.optional("type");
      if (written.isPresent()) {
        Optional<String> type = written.flatMap(Item::text).filter(each -> isNoSlip(written, each));
        if (type.filter(OWN_TYPE::equals).isPresent()) {
          reference.ifPresent(item -> definitions.resolve(Kind.DATA_SOURCE, item));
        }
        return type;
      }
      if (reference.isEmpty()) {
        source.owner().problemWithoutValue("needs 'type' or 'metricSourceRef'");
        return Optional.empty();
      }
      return reference
          .flatMap(item -> definitions.resolve(Kind.DATA_SOURCE, item))
          .flatMap(dataSource -> dataSource.spec().optional("type"))
          .flatMap(Item::text);
    }

    /** A misspelt own type would silently make the SLO one of another system. */
    private static boolean isNoSlip(Optional<Item> written, String type) {
      if (type.equals(OWN_TYPE) || KnownNames.edits(type, OWN_TYPE) > TYPING_SLIP_EDITS) {
        return true;
      }
      written.orElseThrow().problem("must be '%s' to be read from logs".formatted(OWN_TYPE));
      return false;
    }
  }
}
