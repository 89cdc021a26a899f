package dev.burnline.slo.openslo;

import dev.burnline.report.SloReport;
import dev.burnline.scan.LogField;
import dev.burnline.slo.BudgetPolicy;
import dev.burnline.slo.BudgetingMethod;
import dev.burnline.slo.EmptySlices;
import dev.burnline.slo.Exclusions;
import dev.burnline.slo.LowTrafficGuard;
import dev.burnline.slo.ServiceScope;
import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import dev.burnline.slo.alert.AlertRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
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

  /**
   * Returns the SLOs; what is returned beside a problem is of no use.
   *
   * @param alertRules takes what the alert policies of each SLO amount to, by its name
   */
  List<Slo> read(PolicyReferences policies, BiConsumer<String, AlertRules> alertRules) {
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
    List<Measured> entries = new ObjectiveIndicators(spec, indicators).read();
    Optional<TimeWindow> window =
        TimeWindowReader.read(spec, entries.stream().findFirst().flatMap(Measured::indicator));
    ObjectiveReader.checkMethod(spec);
    BudgetPolicy policy = annotations.policy();
    LowTrafficGuard lowTraffic = annotations.lowTraffic();
    Optional<EmptySlices> emptySlices = annotations.emptySlices();
    Exclusions exclusions = annotations.exclusions();
    List<PolicyReferences.Policy> alertPolicies = policies.read(spec);
    List<LogField> groupBy = GroupByReader.read(document);
    AlertSettings alertSettings = AlertSettings.of(document);
    List<Slo> slos = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Optional<Indicator> indicator = entries.get(i).indicator();
      Optional<Objective> objective =
          ObjectiveReader.read(entries.get(i).objective(), spec, indicator);
      if (indicator.filter(Indicator.Foreign.class::isInstance).isPresent()) {
        noticeForeign((Indicator.Foreign) indicator.get());
      } else if (services.isPresent()
          && indicator.isPresent()
          && window.isPresent()
          && objective.isPresent()) {
        String suffix = entries.size() > 1 ? "/" + (i + 1) : "";
        Conditions conditions = Conditions.of(indicator.get(), objective.get());
        Slo slo =
            new Slo(
                document.name() + suffix,
                displayName(objective.get(), suffix),
                services.get(),
                objective.get().target(),
                window.get(),
                objective.get().method(),
                conditions.goodCounter(),
                conditions.totalCounter(),
                threshold(indicator.get(), objective.get()),
                policy,
                lowTraffic,
                emptySlices.orElse(EmptySlices.EXCLUDED),
                exclusions,
                PolicyReferences.names(alertPolicies),
                groupBy);
        AlertRules rules =
            alertSettings.with(PolicyReferences.together(alertPolicies, slo.window()));
        AlertNotices.add(slo, rules, objective.get().item());
        alertSettings.staleAfterItem().ifPresent(item -> AlertNotices.addStale(slo, rules, item));
        alertRules.accept(slo.name(), rules);
        slos.add(slo);
      }
    }
    if (slos.stream()
        .anyMatch(slo -> slo.budgetingMethod() instanceof BudgetingMethod.Occurrences)) {
      annotations.noticeUnusedSlices();
    }
    return slos;
  }

  private void noticeForeign(Indicator.Foreign foreign) {
    document
        .head()
        .notice("is not evaluated, its metric source is '%s'".formatted(foreign.sourceType()));
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
}
