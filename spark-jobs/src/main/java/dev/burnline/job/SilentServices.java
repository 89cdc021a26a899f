package dev.burnline.job;

import dev.burnline.report.ServiceReport;
import dev.burnline.slo.ServiceScope;
import dev.burnline.slo.Slo;
import dev.burnline.slo.openslo.SloFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Services that have an objective and were never seen: one that is dead, or a name misspelt. */
final class SilentServices {

  private SilentServices() {}

  /** Returns a warning for each service that an SLO names and no log does. */
  static List<String> warnings(SloFile sloFile, List<ServiceReport> services) {
    Set<String> seen = services.stream().map(ServiceReport::service).collect(Collectors.toSet());
    Map<String, Slo> silent = new LinkedHashMap<>();
    for (Slo slo : sloFile.slos()) {
      if (slo.services() instanceof ServiceScope.Named named && !seen.contains(named.name())) {
        silent.putIfAbsent(named.name(), slo);
      }
    }
    return silent.entrySet().stream()
        .map(
            entry ->
                "service '%s' of SLO '%s' has no request in any window; %s"
                    .formatted(
                        entry.getKey(),
                        entry.getValue().name(),
                        seen.isEmpty()
                            ? "no service has one"
                            : seen.stream()
                                .sorted()
                                .limit(5)
                                .collect(Collectors.joining("', '", "the logs have '", "'"))))
        .toList();
  }
}
