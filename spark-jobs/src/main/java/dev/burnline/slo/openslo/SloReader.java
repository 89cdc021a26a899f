package dev.burnline.slo.openslo;

import dev.burnline.report.SloReport;
import dev.burnline.scan.LogField;
import dev.burnline.slo.BudgetPolicy;
import dev.burnline.slo.LowTrafficGuard;
import dev.burnline.slo.ServiceScope;
import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a document of kind SLO; every objective becomes an SLO of its own. */
final class SloReader {

  private final Definition document;
  private final Fields spec;
  private final AnnotationReader annotations;
  private final IndicatorReader indicators;

  SloReader(Definition document, IndicatorReader indicators) {
    this.document = document;
    this.spec = document.spec();
    this.annotations = new AnnotationReader(document);
    this.indicators = indicators;
  }

  /** Returns the SLOs; what is returned beside a problem is of no use. */
  List<Slo> read(PolicyReferences policies) {
    spec.onlyWith(
        "description",
        "service",
        "indicator",
        "indicatorRef",
        "timeWindow",
        "budgetingMethod",
        "objectives",
        "alertPolicies");
    Descriptions.check(spec);
    Optional<ServiceScope> services = services();
    List<Fields> entries = entries();
    Optional<Indicator> indicator = indicator(entries);
    Optional<TimeWindow> window = TimeWindowReader.read(spec, indicator);
    BudgetPolicy policy = annotations.policy();
    LowTrafficGuard lowTraffic = annotations.lowTraffic();
    List<String> alertPolicies = policies.read(spec);
    List<LogField> groupBy = GroupByReader.read(document);
    List<Objective> objectives = objectives(entries, indicator);
    if (indicator.isPresent() && indicator.get() instanceof Indicator.Foreign foreign) {
      String what = "is not evaluated, its metric source is '%s'".formatted(foreign.sourceType());
      document.head().notice(what);
      return List.of();
    }
    window.ifPresent(each -> Unsupported.refuse(each, spec));
    objectives.forEach(each -> Unsupported.refuse(each, spec));
    annotations.refuseExclusions();
    if (services.isEmpty() || indicator.isEmpty() || window.isEmpty()) {
      return List.of();
    }
    List<Slo> slos = new ArrayList<>();
    for (Objective objective : objectives) {
      String suffix = entries.size() > 1 ? "/" + (slos.size() + 1) : "";
      Conditions conditions = Conditions.of(indicator.get(), objective);
      Slo slo =
          new Slo(
              document.name() + suffix,
              displayName(objective, suffix),
              services.get(),
              objective.target(),
              window.get(),
              objective.method(),
              conditions.goodCounter(),
              conditions.totalCounter(),
              threshold(indicator.get(), objective),
              policy,
              lowTraffic,
              alertPolicies,
              groupBy);
      AlertNotices.add(slo, objective.item());
      slos.add(slo);
    }
    return slos;
  }

  private static SloReport.@Nullable Threshold threshold(Indicator indicator, Objective objective) {
    return indicator instanceof Indicator.Threshold threshold
        ? objective.limit().map(limit -> limit.with(threshold.value())).orElse(null)
        : null;
  }

  private String displayName(Objective objective, String suffix) {
    return suffix.isEmpty()
        ? document.displayName()
        : objective
            .displayName()
            .map(name -> document.displayName() + ": " + name)
            .orElse(document.displayName() + suffix);
  }

  private Optional<ServiceScope> services() {
    Optional<Item> item = spec.required("service");
    Optional<String> name = item.flatMap(Item::written);
    if (annotations.isForEveryService()) {
      return Optional.of(new ServiceScope.Every());
    }
    if (name.filter(String::isBlank).isPresent()) {
      item.orElseThrow().problem("must not be blank");
      return Optional.empty();
    }
    if (name.filter("*"::equals).isPresent()) {
      item.orElseThrow()
          .problem("an SLO for every service needs the annotation burnline.dev/services: \"*\"");
      return Optional.empty();
    }
    return name.map(ServiceScope.Named::new);
  }

  private List<Fields> entries() {
    Optional<Item> list = spec.required("objectives");
    List<Item> items = list.flatMap(Item::items).orElse(List.of());
    if (list.isPresent() && list.get().isList() && items.isEmpty()) {
      list.get().problemWithoutValue("must not be empty");
    }
    List<Fields> entries = new ArrayList<>();
    items.forEach(item -> item.fields().ifPresent(entries::add));
    return entries;
  }

  /** Reads the indicator of the SLO, or those of the objectives of a composite one. */
  private Optional<Indicator> indicator(List<Fields> entries) {
    List<Fields> composed =
        entries.stream()
            .filter(entry -> entry.has("indicator") || entry.has("indicatorRef"))
            .toList();
    if (composed.isEmpty()) {
      return indicators.of(spec);
    }
    Optional<Indicator> foreign = Optional.empty();
    for (Fields entry : composed) {
      Optional<Indicator> indicator = indicators.of(entry);
      if (indicator.filter(Indicator.Foreign.class::isInstance).isPresent()) {
        foreign = indicator;
      } else {
        entry
            .owner()
            .problemWithoutValue("not supported yet by this version: an indicator per objective");
      }
    }
    return foreign;
  }

  private List<Objective> objectives(List<Fields> entries, Optional<Indicator> indicator) {
    ObjectiveReader.checkMethod(spec);
    if (indicator.isPresent()
        && indicator.get() instanceof Indicator.Threshold
        && entries.size() > 1) {
      spec.optional("objectives")
          .orElseThrow()
          .problemWithoutValue(
              "a thresholdMetric has exactly one objective, got %d".formatted(entries.size()));
    }
    List<Objective> objectives = new ArrayList<>();
    entries.forEach(
        entry -> ObjectiveReader.read(entry, spec, indicator).ifPresent(objectives::add));
    return objectives;
  }
}
