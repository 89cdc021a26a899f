package dev.burnline.generate.incident;

import dev.burnline.generate.server.GpuReading;

/** Used memory stands at 93 to 98 % of the card. */
final class GpuMemoryHigh extends Episode {

  GpuMemoryHigh(Incident incident) {
    super(incident);
  }

  @Override
  public boolean sense(GpuReading reading, long at) {
    if (active(at)) {
      reading.usedMb = Math.rint(GpuReading.TOTAL_MB * scale(0.93, 0.98));
      return true;
    }
    return false;
  }
}
