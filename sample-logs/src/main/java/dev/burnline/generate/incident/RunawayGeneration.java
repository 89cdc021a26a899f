package dev.burnline.generate.incident;

import dev.burnline.generate.chance.Draws;
import dev.burnline.generate.server.Job;

/** A share of 15 to 60 % of the answers runs to its limit or in circles. */
final class RunawayGeneration extends Episode {

  RunawayGeneration(Incident incident) {
    super(incident);
  }

  @Override
  boolean shape(Job job, Draws draws) {
    if (!ordinary(job) || !draws.chance(scale(0.15, 0.6))) {
      return false;
    }
    job.repeats = draws.chance(0.5);
    job.repetitionRatio = draws.between(0.62, 0.97);
    job.outputTokens =
        job.repeats ? (int) (job.maxTokens * draws.between(0.6, 0.95)) : job.maxTokens;
    return true;
  }
}
