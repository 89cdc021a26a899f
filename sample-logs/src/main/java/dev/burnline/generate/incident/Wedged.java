package dev.burnline.generate.incident;

import dev.burnline.generate.chance.Draws;
import dev.burnline.generate.server.Job;
import dev.burnline.generate.server.Order;
import java.util.List;

/** The engine is deadlocked: requests come in, no token comes out, heartbeats go on. */
final class Wedged extends Episode {

  Wedged(Incident incident) {
    super(incident);
  }

  @Override
  boolean shape(Job job, Draws draws) {
    return true;
  }

  @Override
  public List<Order> orders() {
    return List.of(new Order.Wedge(start(), this, end()));
  }
}
