package dev.burnline.generate.incident;

import dev.burnline.generate.chance.Draws;
import dev.burnline.generate.server.Job;
import dev.burnline.generate.server.Outcome;
import java.util.Locale;

/** A share of the requests fails, by intensity. */
final class ErrorBurst extends Episode {

  private final Outcome outcome;

  ErrorBurst(Incident incident) {
    super(incident);
    this.outcome =
        incident.errorType().isEmpty()
            ? Outcome.ENGINE_ERROR
            : Outcome.valueOf(incident.errorType().toUpperCase(Locale.ROOT));
  }

  @Override
  boolean shape(Job job, Draws draws) {
    if (!ordinary(job) || !draws.chance(intensity())) {
      return false;
    }
    job.outcome = outcome;
    return true;
  }
}
