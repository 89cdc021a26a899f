package dev.burnline.generate.server;

import dev.burnline.generate.chance.Draws;
import java.util.ArrayList;
import java.util.List;

/** The card of one server: memory, load, heat and power follow what the engine does. */
final class Gpu {

  private static final double WARMING = 0.25;

  private final Profile profile;
  private final List<? extends Effect> effects;
  private final Draws draws;
  private final List<Effect> bentBy = new ArrayList<>();
  private final GpuReading reading = new GpuReading();

  private long lastChange;
  private long windowStart;
  private double busyMicros;
  private double warmth;

  Gpu(Profile profile, List<? extends Effect> effects, Draws draws) {
    this.profile = profile;
    this.effects = effects;
    this.draws = draws;
  }

  /** Notes that so many requests ran from the last change until now. */
  void busy(long now, int running) {
    if (running > 0) {
      double load = 0.55 + 0.45 * Math.min(1.0, (double) running / profile.slots());
      busyMicros += (now - lastChange) * load;
    }
    lastChange = now;
  }

  /** A periodic sample: utilisation is the mean since the sample before. */
  GpuReading sample(long now, int running) {
    busy(now, running);
    double span = Math.max(1, now - windowStart);
    double util = Math.min(1.0, busyMicros / span);
    windowStart = now;
    busyMicros = 0;
    warmth += (util - warmth) * WARMING;
    fill(util, running);
    return bend(now);
  }

  /** A look in passing, as the end of a request takes one. */
  GpuReading read(long now, int running) {
    fill(
        running == 0 ? 0 : 0.55 + 0.45 * Math.min(1.0, (double) running / profile.slots()),
        running);
    return bend(now);
  }

  /** The effects that bent the latest reading. */
  List<Effect> bentBy() {
    return bentBy;
  }

  private void fill(double util, int running) {
    boolean idle = util == 0;
    reading.usedMb = profile.memoryMb() + 38.0 * running;
    reading.utilPct = Math.rint(100 * util);
    reading.tempC = Math.rint(41 + 31 * warmth);
    // An idle card draws the same power for hours; only load makes it waver.
    reading.powerTenthsW = idle ? 316 : 316 + (long) (2_400 * util) + (long) (draws.unit() * 90);
    reading.xid = 0;
  }

  private GpuReading bend(long now) {
    bentBy.clear();
    for (Effect effect : effects) {
      if (effect.sense(reading, now)) {
        bentBy.add(effect);
      }
    }
    return reading;
  }
}
