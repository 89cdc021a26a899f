package dev.burnline.generate;

import dev.burnline.generate.incident.Incident;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Checks that every incident has somebody to happen to. */
final class IncidentTargets {

  private IncidentTargets() {}

  static void check(
      CommandLine command, List<Incident> incidents, List<ServiceSpec> services, int instances) {
    List<String> problems = new ArrayList<>();
    List<String> names = services.stream().map(ServiceSpec::name).toList();
    List<String> hosts =
        IntStream.range(0, services.size() * instances)
            .mapToObj(number -> Hosts.name(number) + ":8000")
            .toList();
    for (Incident incident : incidents) {
      String what = "--incidents: " + incident.kind().text() + " at " + incident.start() + ": ";
      if (!incident.service().equals("*") && !names.contains(incident.service())) {
        problems.add(what + "service must be * or one of " + names + ", got " + incident.service());
      }
      if (!incident.instance().isEmpty() && !hosts.contains(incident.instance())) {
        problems.add(what + "instance must be one of " + hosts + ", got " + incident.instance());
      }
      for (ServiceSpec service : services) {
        if (service.format() == LineFormat.MINIMAL
            && service.name().equals(incident.service())
            && !incident.kind().visibleInMinimalLines()) {
          problems.add(what + "leaves nothing in the minimal lines of " + service.name());
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new ParameterException(command, String.join(System.lineSeparator(), problems));
    }
  }
}
