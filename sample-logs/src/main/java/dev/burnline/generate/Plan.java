package dev.burnline.generate;

import dev.burnline.generate.incident.Incident;
import dev.burnline.generate.rotation.Rotation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Everything that a run depends on.
 *
 * @param out folder of the logs
 * @param truth file of the truth
 * @param start first moment, midnight UTC
 * @param days how many days, at least 1
 * @param requests ordinary requests of all services together
 * @param services at least one
 * @param instances instances of each service, at least 1
 * @param slots requests that an instance runs at once; 0 to size it for the traffic
 * @param seed what everything is drawn from
 */
record Plan(
    Path out,
    Path truth,
    Instant start,
    int days,
    long requests,
    List<ServiceSpec> services,
    int instances,
    int slots,
    long seed,
    List<Incident> incidents,
    Rotation rotation) {

  Plan {
    services = List.copyOf(services);
    incidents = List.copyOf(incidents);
  }

  Instant end() {
    return start.plus(Duration.ofDays(days));
  }

  /** Returns how many of the requests are for the service of this index; they add up exactly. */
  long requestsOf(int index) {
    long shares = services.stream().mapToLong(ServiceSpec::share).sum();
    long before = services.stream().limit(index).mapToLong(ServiceSpec::share).sum();
    long after = before + services.get(index).share();
    return requests * after / shares - requests * before / shares;
  }
}
