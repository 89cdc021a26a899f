package dev.burnline.generate.incident;

import dev.burnline.generate.chance.Draws;
import dev.burnline.generate.server.EventKind;
import dev.burnline.generate.server.LineFate;

/** Requests whose second line never reaches the file, by intensity. */
final class LostRequests extends Episode {

  LostRequests(Incident incident) {
    super(incident);
  }

  @Override
  public LineFate fate(EventKind kind, long at, Draws draws) {
    if (active(at) && kind == EventKind.FINISHED && draws.chance(intensity())) {
      mark(at, kind);
      return LineFate.DROP;
    }
    return LineFate.WRITE;
  }
}
