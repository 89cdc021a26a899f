package dev.burnline.slo.openslo;

import dev.burnline.slo.KpiThreshold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the documents of kind Service. */
final class ServiceReader {

  private final List<String> names = new ArrayList<>();
  private final Map<String, List<KpiThreshold>> kpisByName = new HashMap<>();
  private Optional<List<KpiThreshold>> kpisOfEvery = Optional.empty();

  void read(Definition service) {
    service.spec().onlyWith("description");
    Descriptions.check(service.spec());
    boolean isForEvery = new AnnotationReader(service).isForEveryService();
    if (!isForEvery) {
      names.add(service.name());
    }
    Optional.ofNullable(service.annotations().get("burnline.dev/kpis"))
        .ifPresent(
            item -> {
              List<KpiThreshold> kpis = KpiReader.read(item);
              if (!isForEvery) {
                kpisByName.put(service.name(), kpis);
              } else if (kpisOfEvery.isPresent()) {
                item.problemWithoutValue("another Service document sets them for every service");
              } else {
                kpisOfEvery = Optional.of(kpis);
              }
            });
  }

  /** Returns the names in the order of the files. */
  List<String> names() {
    return names;
  }

  Map<String, List<KpiThreshold>> kpisByName() {
    return kpisByName;
  }

  List<KpiThreshold> kpisOfEvery() {
    return kpisOfEvery.orElse(List.of());
  }
}
