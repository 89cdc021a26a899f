package dev.burnline.generate.incident;

import dev.burnline.generate.chance.Draws;
import dev.burnline.generate.server.Job;

/** A client with a time-out of five seconds: its requests all end at that age. */
final class DisconnectStorm extends Episode {

  private static final long TIME_OUT_MICROS = 5_000_000;
  private static final int LONGER_THAN_THAT = 900;

  DisconnectStorm(Incident incident) {
    super(incident);
  }

  @Override
  boolean shape(Job job, Draws draws) {
    if (!ordinary(job) || !draws.chance(scale(0.3, 0.9))) {
      return false;
    }
    job.maxTokens = Math.max(job.maxTokens, 1024);
    job.outputTokens = Math.max(job.outputTokens, LONGER_THAN_THAT);
    job.hangUpMicros = TIME_OUT_MICROS + 100L * draws.below(120);
    job.tenant = "mobile-app";
    return true;
  }
}
