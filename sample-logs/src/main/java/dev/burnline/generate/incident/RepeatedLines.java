package dev.burnline.generate.incident;

import dev.burnline.generate.chance.Draws;
import dev.burnline.generate.server.EventKind;
import dev.burnline.generate.server.LineFate;

/** Lines are written twice, by intensity, as a log shipper does after a time-out. */
final class RepeatedLines extends Episode {

  RepeatedLines(Incident incident) {
    super(incident);
  }

  @Override
  public LineFate fate(EventKind kind, long at, Draws draws) {
    if (active(at) && draws.chance(intensity())) {
      mark(at, kind);
      return LineFate.REPEAT;
    }
    return LineFate.WRITE;
  }
}
