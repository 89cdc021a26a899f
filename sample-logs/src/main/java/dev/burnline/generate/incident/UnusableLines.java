package dev.burnline.generate.incident;

import dev.burnline.generate.chance.Draws;
import dev.burnline.generate.server.Order;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Lines that no reader can use, every reason in turn. */
final class UnusableLines extends Episode {

  UnusableLines(Incident incident) {
    super(incident);
  }

  @Override
  public List<Order> orders() {
    Draws draws = new Draws(Draws.seed(start(), incident().kind().text()));
    List<Order> orders = new ArrayList<>();
    double gap = (double) (end() - start()) / incident().count();
    UnusableLine[] reasons = UnusableLine.values();
    for (int i = 0; i < incident().count(); i++) {
      long at = start() + ((long) (gap * (i + draws.unit()) / 100)) * 100;
      UnusableLine line = reasons[i % reasons.length];
      orders.add(
          new Order.Rubbish(at, this, line.reason(), ByteBuffer.wrap(line.bytes(at, draws))));
    }
    return orders;
  }
}
