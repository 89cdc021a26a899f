package dev.burnline.generate.incident;

import dev.burnline.generate.chance.Draws;
import dev.burnline.generate.server.GpuReading;
import dev.burnline.generate.server.Job;

/**
 * Answers go on and on at the usual pace per token while the GPU idles: latency rises, tokens per
 * second and finish reasons do not change.
 */
final class LatencySpikeGpuIdle extends Episode {

  private static final int LONGEST = 4_000;

  LatencySpikeGpuIdle(Incident incident) {
    super(incident);
  }

  @Override
  boolean shape(Job job, Draws draws) {
    // The limit moves along, or the answers would end with finish reason "length".
    job.maxTokens = 8_192;
    job.outputTokens = Math.min((int) (job.outputTokens * scale(3, 6)), LONGEST);
    return true;
  }

  @Override
  public boolean sense(GpuReading reading, long at) {
    if (active(at)) {
      reading.utilPct = Math.min(reading.utilPct, 4 + Math.rint(reading.utilPct / 8));
      return true;
    }
    return false;
  }
}
