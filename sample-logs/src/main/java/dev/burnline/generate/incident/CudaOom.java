package dev.burnline.generate.incident;

import dev.burnline.generate.chance.Draws;
import dev.burnline.generate.server.Job;
import dev.burnline.generate.server.Outcome;

/** A killer prompt that is tried again and again, and takes some of its neighbours along. */
final class CudaOom extends Episode {

  private static final int KILLER_TOKENS = 28_400;

  CudaOom(Incident incident) {
    super(incident);
  }

  @Override
  public void bring(Job job, Draws draws) {
    // The same prompt at any time and on any instance: its hash gives it away.
    job.promptSeed = Draws.seed(KILLER_TOKENS, incident().service());
    job.inputTokens = KILLER_TOKENS;
    job.tenant = "research";
    job.hangUpMicros = Long.MAX_VALUE;
    job.outcome = Outcome.CUDA_OOM;
  }

  @Override
  boolean shape(Job job, Draws draws) {
    if (ordinary(job) && draws.chance(0.6 * intensity())) {
      job.outcome = Outcome.CUDA_OOM;
    }
    return job.outcome == Outcome.CUDA_OOM;
  }
}
