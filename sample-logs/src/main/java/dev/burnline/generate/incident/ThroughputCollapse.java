package dev.burnline.generate.incident;

import dev.burnline.generate.chance.Draws;
import dev.burnline.generate.server.GpuReading;
import dev.burnline.generate.server.Job;
import dev.burnline.generate.server.Order;
import java.util.List;

/** A restart with other weights, after which every token takes 3 to 5 times as long. */
final class ThroughputCollapse extends Episode {

  private static final String OTHER_WEIGHTS =
      "d1f5a0c4b7e2963840fa5b1c9d7e2f6083a4b5c6d7e8f90123456789abcdef01";

  ThroughputCollapse(Incident incident) {
    super(incident);
  }

  @Override
  boolean shape(Job job, Draws draws) {
    job.decodeFactor *= scale(3, 5);
    return true;
  }

  @Override
  public boolean sense(GpuReading reading, long at) {
    if (active(at)) {
      reading.utilPct = Math.max(reading.utilPct, 96);
      return true;
    }
    return false;
  }

  @Override
  public List<Order> orders() {
    return List.of(
        new Order.Restart(start(), this, OTHER_WEIGHTS), new Order.Restart(end(), this, ""));
  }
}
