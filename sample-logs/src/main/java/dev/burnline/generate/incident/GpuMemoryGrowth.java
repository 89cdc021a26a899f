package dev.burnline.generate.incident;

import dev.burnline.generate.server.GpuReading;
import dev.burnline.generate.server.Order;
import java.util.List;

/** Used memory climbs by 2 to 5 % of the card per hour, at most to 88 %, until a restart. */
final class GpuMemoryGrowth extends Episode {

  private static final double CEILING = 0.88;
  private static final double MICROS_PER_HOUR = 3_600_000_000.0;

  GpuMemoryGrowth(Incident incident) {
    super(incident);
  }

  @Override
  public boolean sense(GpuReading reading, long at) {
    if (!active(at)) {
      return false;
    }
    double hours = (at - start()) / MICROS_PER_HOUR;
    double grown = reading.usedMb + GpuReading.TOTAL_MB * scale(0.02, 0.05) * hours;
    reading.usedMb =
        Math.rint(Math.max(reading.usedMb, Math.min(grown, CEILING * GpuReading.TOTAL_MB)));
    return true;
  }

  @Override
  public List<Order> orders() {
    return List.of(new Order.Restart(end(), this, ""));
  }
}
