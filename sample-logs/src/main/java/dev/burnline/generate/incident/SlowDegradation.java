package dev.burnline.generate.incident;

import dev.burnline.generate.chance.Draws;
import dev.burnline.generate.server.Job;
import dev.burnline.generate.server.Order;
import java.util.List;

/** Everything gets slower day by day, by 30 to 90 % in all, until a restart. */
final class SlowDegradation extends Episode {

  SlowDegradation(Incident incident) {
    super(incident);
  }

  @Override
  boolean shape(Job job, Draws draws) {
    double elapsed = (double) (job.arrivedAt - start()) / (end() - start());
    double factor = 1 + scale(0.3, 0.9) * elapsed;
    job.prefillFactor *= factor;
    job.decodeFactor *= factor;
    return true;
  }

  @Override
  public List<Order> orders() {
    return List.of(new Order.Restart(end(), this, ""));
  }
}
