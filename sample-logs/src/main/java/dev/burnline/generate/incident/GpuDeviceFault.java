package dev.burnline.generate.incident;

import dev.burnline.generate.server.GpuReading;
import dev.burnline.generate.server.Order;
import dev.burnline.generate.server.Outcome;
import java.util.List;

/** The driver reports an Xid; what runs at that moment fails. */
final class GpuDeviceFault extends Episode {

  GpuDeviceFault(Incident incident) {
    super(incident);
  }

  @Override
  public boolean sense(GpuReading reading, long at) {
    if (active(at)) {
      reading.xid = incident().xid();
      return true;
    }
    return false;
  }

  @Override
  public List<Order> orders() {
    return List.of(new Order.Fail(start(), this, Outcome.CUDA_ERROR));
  }
}
