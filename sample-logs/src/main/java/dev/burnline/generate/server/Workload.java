package dev.burnline.generate.server;

import dev.burnline.generate.chance.Draws;
import dev.burnline.generate.traffic.Lengths;

/** Makes ordinary requests, with the few failures of an ordinary day. */
final class Workload {

  private static final int POPULAR_PROMPTS = 40;
  private static final double POPULAR_SHARE = 0.06;
  private static final String[] TENANTS = {"support", "docs", "mobile-app", "research", "billing"};
  private static final int[] TEMPERATURES = {60, 60, 60, 70, 100, 0};

  private final long seed;
  private final Draws draws = new Draws(0);
  private long made;

  Workload(long seed) {
    this.seed = seed;
  }

  Job arrive(long at) {
    Job job = new Job(Draws.seed(seed, made++), at);
    draws.restart(job.seed);
    job.promptSeed =
        draws.chance(POPULAR_SHARE)
            ? Draws.seed(seed, ~(long) draws.below(POPULAR_PROMPTS))
            : draws.bits();
    // Equal prompts have equal lengths, so the length comes from the prompt's own seed.
    job.inputTokens = Lengths.inputTokens(new Draws(job.promptSeed));
    int limit = draws.below(10);
    job.maxTokens = limit < 1 ? 512 : limit < 5 ? 1024 : 2048;
    job.outputTokens = Math.min(Lengths.outputTokens(draws), job.maxTokens);
    job.stream = draws.chance(0.7);
    job.temperatureHundredths = TEMPERATURES[draws.below(TEMPERATURES.length)];
    job.repetitionRatio = 0.02 + 0.1 * draws.unit();
    job.tenant = TENANTS[Math.min(draws.below(7), TENANTS.length - 1)];
    if (job.outputTokens > 100 && draws.chance(0.004)) {
      job.repeats = true;
      job.repetitionRatio = 0.6 + 0.3 * draws.unit();
    }
    ordinaryFailure(job);
    return job;
  }

  /** Draws for what an incident wants to decide about the latest request. */
  Draws draws() {
    return draws;
  }

  private void ordinaryFailure(Job job) {
    double draw = draws.unit();
    if (draw < 0.0030) {
      job.outcome = Outcome.VALIDATION;
    } else if (draw < 0.0036) {
      job.outcome = Outcome.MALFORMED_JSON;
    } else if (draw < 0.0044) {
      job.outcome = Outcome.CONTEXT_LENGTH;
      job.inputTokens += 32_000;
    } else if (draw < 0.0074) {
      job.hangUpMicros = 100 * (long) draws.between(4_000, 60_000);
    } else if (draw < 0.0077) {
      job.outcome = Outcome.ENGINE_ERROR;
    }
  }
}
