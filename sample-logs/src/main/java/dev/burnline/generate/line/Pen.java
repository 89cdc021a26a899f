package dev.burnline.generate.line;

import dev.burnline.generate.chance.Draws;
import dev.burnline.generate.server.Effect;
import dev.burnline.generate.server.EventKind;
import dev.burnline.generate.server.LineFate;
import dev.burnline.generate.server.Order;
import dev.burnline.generate.truth.ServiceTruth;
import java.io.IOException;
import java.util.List;

/** Brings a finished line to the file, unless an incident decides otherwise, and counts it. */
final class Pen {

  private final LineSink sink;
  private final ServiceTruth truth;
  private final List<? extends Effect> effects;
  private final Draws draws;
  private long latest;
  private long missing;
  private long dropped;

  Pen(LineSink sink, ServiceTruth truth, List<? extends Effect> effects, long seed) {
    this.sink = sink;
    this.truth = truth;
    this.effects = List.copyOf(effects);
    this.draws = new Draws(seed);
  }

  /** Returns whether the line was written at least once. */
  boolean write(JsonLine line, EventKind kind, long at) throws IOException {
    line.end();
    int times = times(kind, at);
    if (times == 0) {
      missing++;
      dropped++;
      return false;
    }
    // A gap is only seen once there is a line behind it.
    truth.at(at).lost(missing);
    missing = 0;
    latest = at;
    sink.write(line.bytes(), line.length(), times);
    truth.at(at).line(kind.text(), line.length(), times);
    return true;
  }

  /** Begins a new numbering: what went missing at the end of the old one leaves no gap. */
  void newBoot() {
    missing = 0;
    dropped = 0;
  }

  long dropped() {
    return dropped;
  }

  ServiceTruth truth() {
    return truth;
  }

  void unusable(Order.Rubbish rubbish) throws IOException {
    byte[] bytes = new byte[rubbish.line().remaining()];
    rubbish.line().duplicate().get(bytes);
    sink.writeUnusable(bytes);
    // Such a line has no time of its own: it belongs to the line before it.
    truth.at(latest).unusable(rubbish.reason());
    rubbish.by().mark(rubbish.at(), EventKind.UNUSABLE);
  }

  private int times(EventKind kind, long at) {
    for (Effect effect : effects) {
      LineFate fate = effect.fate(kind, at, draws);
      if (fate != LineFate.WRITE) {
        return fate == LineFate.DROP ? 0 : 2;
      }
    }
    return 1;
  }
}
