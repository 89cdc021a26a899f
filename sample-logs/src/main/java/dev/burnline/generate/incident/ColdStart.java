package dev.burnline.generate.incident;

import dev.burnline.generate.chance.Draws;
import dev.burnline.generate.server.GpuReading;
import dev.burnline.generate.server.Job;
import dev.burnline.generate.server.Order;
import java.util.List;

/** A restart, after which requests take 3 to 5 times as long until caches are warm. */
final class ColdStart extends Episode {

  ColdStart(Incident incident) {
    super(incident);
  }

  @Override
  boolean shape(Job job, Draws draws) {
    job.prefillFactor *= scale(6, 12);
    job.decodeFactor *= scale(3, 5);
    return true;
  }

  @Override
  public boolean sense(GpuReading reading, long at) {
    if (active(at)) {
      reading.utilPct = Math.max(reading.utilPct, 70);
      return true;
    }
    return false;
  }

  @Override
  public List<Order> orders() {
    return List.of(new Order.Restart(start(), this, ""));
  }
}
