package dev.burnline.generate.incident;

import dev.burnline.generate.chance.Draws;
import dev.burnline.generate.server.Job;
import dev.burnline.generate.server.Outcome;

/** A client that sends rubbish: refused requests on top of the ordinary ones. */
final class MalformedInputBurst extends Episode {

  private static final Outcome[] REFUSALS = {
    Outcome.VALIDATION, Outcome.MALFORMED_JSON, Outcome.CONTEXT_LENGTH
  };
  private static final String CLIENT = "partner-api";

  MalformedInputBurst(Incident incident) {
    super(incident);
  }

  @Override
  public void bring(Job job, Draws draws) {
    job.outcome = REFUSALS[draws.below(REFUSALS.length)];
    job.tenant = CLIENT;
    if (job.outcome == Outcome.CONTEXT_LENGTH) {
      job.inputTokens += 40_000;
    }
  }

  @Override
  boolean shape(Job job, Draws draws) {
    return job.tenant.equals(CLIENT);
  }
}
