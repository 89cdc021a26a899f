package dev.burnline.generate.incident;

import dev.burnline.generate.chance.Draws;
import dev.burnline.generate.server.EventKind;
import dev.burnline.generate.server.LineFate;

/** Lines of any kind but those of boots never reach the file, by intensity. */
final class LostLines extends Episode {

  LostLines(Incident incident) {
    super(incident);
  }

  @Override
  public LineFate fate(EventKind kind, long at, Draws draws) {
    if (active(at) && !kind.isLifecycle() && draws.chance(intensity())) {
      mark(at, kind);
      return LineFate.DROP;
    }
    return LineFate.WRITE;
  }
}
