package dev.burnline.generate.incident;

import dev.burnline.generate.server.Order;
import java.util.List;

/** The process stands still: not one line, while its neighbours go on. */
final class SilentGap extends Episode {

  SilentGap(Incident incident) {
    super(incident);
  }

  @Override
  public List<Order> orders() {
    return List.of(new Order.Pause(start(), this, end()));
  }
}
