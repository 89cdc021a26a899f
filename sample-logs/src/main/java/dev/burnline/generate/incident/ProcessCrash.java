package dev.burnline.generate.incident;

import dev.burnline.generate.server.Order;
import java.util.List;

/** The process dies with all that is in flight and comes back after the incident's duration. */
final class ProcessCrash extends Episode {

  private static final int KILLED = 137;
  private static final int SEGMENTATION_FAULT = 139;

  ProcessCrash(Incident incident) {
    super(incident);
  }

  @Override
  public List<Order> orders() {
    int exitCode = intensity() < 0.5 ? KILLED : SEGMENTATION_FAULT;
    return List.of(new Order.Crash(start(), this, end() - start(), exitCode));
  }
}
