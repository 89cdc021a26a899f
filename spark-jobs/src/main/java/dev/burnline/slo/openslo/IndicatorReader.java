package dev.burnline.slo.openslo;

import dev.burnline.scan.LogField;
import dev.burnline.slo.spelling.KnownNames;
import dev.burnline.slo.where.Where;
import dev.burnline.slo.where.WhereException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the specs of indicators, named and inline. */
final class IndicatorReader {

  private static final KnownNames VALUES =
      KnownNames.of(
          List.of(
              LogField.DURATION_MS.key(),
              LogField.TTFT_MS.key(),
              LogField.TPOT_MS.key(),
              LogField.QUEUE_MS.key(),
              LogField.THROUGHPUT_TPS.key(),
              LogField.INPUT_TOKENS.key(),
              LogField.OUTPUT_TOKENS.key()));

  private final Definitions definitions;
  private final MetricSource.Reader sources;
  private final Map<String, Optional<Indicator>> named = new HashMap<>();

  IndicatorReader(Definitions definitions) {
    this.definitions = definitions;
    this.sources = new MetricSource.Reader(definitions);
  }

  /** Reads a document of kind SLI, once however often it is referred to. */
  Optional<Indicator> read(Definition sli) {
    // Not computeIfAbsent: reading lists problems and may not run inside a map's own update.
    Optional<Indicator> known = named.get(sli.name());
    if (known == null) {
      known = read(sli.spec());
      named.put(sli.name(), known);
    }
    return known;
  }

  /** Reads {@code indicator} or follows {@code indicatorRef}. */
  Optional<Indicator> of(Fields owner) {
    Optional<Item> given = owner.exactlyOne("indicator", "indicatorRef");
    if (given.isEmpty()) {
      return Optional.empty();
    }
    if (owner.has("indicatorRef")) {
      return definitions.resolve(Kind.SLI, given.get()).flatMap(this::read);
    }
    Optional<Fields> inline = given.flatMap(Item::fields);
    inline.ifPresent(fields -> Metadata.read(Kind.SLI, fields.onlyWith("metadata", "spec")));
    return inline
        .flatMap(fields -> fields.required("spec"))
        .flatMap(Item::fields)
        .flatMap(this::read);
  }

  private Optional<Indicator> read(Fields spec) {
    spec.onlyWith("description", "ratioMetric", "thresholdMetric");
    Descriptions.check(spec);
    Optional<Item> metric = spec.exactlyOne("ratioMetric", "thresholdMetric");
    return spec.has("ratioMetric") ? metric.flatMap(this::ratio) : metric.flatMap(this::threshold);
  }

  private Optional<Indicator> threshold(Item metric) {
    Optional<MetricSource> source = sources.read(metric);
    if (source.isEmpty() || source.get() instanceof MetricSource.Foreign) {
      return source.map(each -> new Indicator.Foreign(((MetricSource.Foreign) each).type()));
    }
    Fields spec = ((MetricSource.Logs) source.get()).spec().onlyWith("value", "where");
    Optional<LogField> value = spec.required("value").flatMap(IndicatorReader::value);
    Optional<Where> where =
        spec.has("where")
            ? spec.optional("where").flatMap(IndicatorReader::where)
            : Optional.of(Where.always());
    return value.flatMap(field -> where.map(each -> new Indicator.Threshold(field, each)));
  }

  private static Optional<LogField> value(Item item) {
    Optional<String> name = item.text();
    if (name.isPresent() && !VALUES.names().contains(name.get())) {
      item.problem(
          "must be a numeric field of the request log, the nearest is '%s'"
              .formatted(VALUES.nearestTo(name.get())));
      return Optional.empty();
    }
    return name.flatMap(LogField::ofKey);
  }

  private Optional<Indicator> ratio(Item metric) {
    Optional<Fields> found = metric.fields();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Fields ratio = found.get().onlyWith("counter", "good", "bad", "total", "rawType", "raw");
    ratio.optional("counter").ifPresent(Item::flag);
    if (ratio.has("raw")) {
      return raw(ratio);
    }
    Optional<Item> part = ratio.exactlyOne("good", "bad");
    Optional<MetricSource> partSource = part.flatMap(sources::read);
    Optional<MetricSource> totalSource = ratio.required("total").flatMap(sources::read);
    if (partSource.isEmpty() || totalSource.isEmpty()) {
      return Optional.empty();
    }
    for (MetricSource source : List.of(partSource.get(), totalSource.get())) {
      if (source instanceof MetricSource.Foreign foreign) {
        return foreignRatio(metric, foreign, partSource.get(), totalSource.get());
      }
    }
    Optional<Where> some = condition((MetricSource.Logs) partSource.get());
    Optional<Where> total = condition((MetricSource.Logs) totalSource.get());
    return some.flatMap(
        events ->
            total.map(
                all ->
                    new Indicator.Ratio(
                        ratio.has("good") ? all.and(events) : all.unless(events), all)));
  }

  private static Optional<Indicator> foreignRatio(
      Item metric, MetricSource.Foreign foreign, MetricSource part, MetricSource total) {
    if (part instanceof MetricSource.Logs || total instanceof MetricSource.Logs) {
      metric.problemWithoutValue("takes its two counts from different types of source");
      return Optional.empty();
    }
    return Optional.of(new Indicator.Foreign(foreign.type()));
  }

  private Optional<Indicator> raw(Fields ratio) {
    ratio.required("rawType").ifPresent(item -> item.oneOf(List.of("success", "failure")));
    for (String other : List.of("good", "bad", "total")) {
      ratio
          .optional(other)
          .ifPresent(item -> item.problemWithoutValue("cannot be given together with 'raw'"));
    }
    Item raw = ratio.optional("raw").orElseThrow();
    Optional<MetricSource> source = sources.read(raw);
    if (source.isPresent() && source.get() instanceof MetricSource.Logs) {
      raw.problemWithoutValue("a log has events and no stored ratios, give 'good' and 'total'");
      return Optional.empty();
    }
    return source.map(each -> new Indicator.Foreign(((MetricSource.Foreign) each).type()));
  }

  private static Optional<Where> condition(MetricSource.Logs source) {
    return source.spec().onlyWith("where").required("where").flatMap(IndicatorReader::where);
  }

  private static Optional<Where> where(Item item) {
    Optional<String> text = item.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Where.parse(text.get()));
    } catch (WhereException e) {
      item.problem(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
