package dev.burnline.generate.incident;

import dev.burnline.generate.chance.Draws;
import dev.burnline.generate.server.GpuReading;
import dev.burnline.generate.server.Job;

/** Requests wait longer for a slot than they then take. */
final class QueueBacklog extends Episode {

  private static final long TOKEN_MICROS = 24_000;
  private static final long LONGEST_WAIT_MICROS = 24_000_000;

  QueueBacklog(Incident incident) {
    super(incident);
  }

  @Override
  boolean shape(Job job, Draws draws) {
    double wait = (1_000_000 + job.outputTokens * TOKEN_MICROS) * scale(1.5, 3);
    job.holdMicros = Math.min(((long) (wait / 100)) * 100, LONGEST_WAIT_MICROS);
    return !job.outcome.status().equals("rejected");
  }

  @Override
  public boolean sense(GpuReading reading, long at) {
    if (active(at)) {
      reading.utilPct = Math.max(reading.utilPct, 92);
      return true;
    }
    return false;
  }
}
